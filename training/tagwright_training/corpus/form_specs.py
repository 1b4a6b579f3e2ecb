"""The common forms: what they are called, what they ask for, what their button says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FormSpec:
    """fields: what the form asks for when the request does not say; pool: what a request may ask
    for besides. search: a GET form with the search role. All labels are Sentence case."""

    name: str
    nouns: tuple[str, ...]
    fields: tuple[str, ...]
    button: str
    pool: tuple[str, ...] = ()
    weight: float = 1.0
    new_password: bool = False
    search: bool = False
    links: tuple[tuple[str, str], ...] = ()


def _spec(
    name: str,
    nouns: str,
    fields: str,
    button: str,
    pool: str = "",
    weight: float = 1.0,
    new_password: bool = False,
    search: bool = False,
    links: str = "",
) -> FormSpec:
    pairs = [link.split(">") for link in links.split("|") if link]
    return FormSpec(
        name,
        tuple(nouns.split("|")),
        tuple(fields.split("|")),
        button,
        tuple(pool.split("|")) if pool else (),
        weight,
        new_password,
        search,
        tuple((text, path) for text, path in pairs),
    )


SPECS: tuple[FormSpec, ...] = (
    _spec(
        "login",
        "login form|log in form|sign in form|signin form|login|sign-in form|login box|login panel|"
        "user login|member login|login area|sign in|log-in form|account login form|"
        "form to log in|form for logging in|login widget|admin login form",
        "Email|Password",
        "Log in",
        "Username|Remember me|Keep me signed in|Phone|Verification code|User name or email",
        3,
        links="Forgot password?>/forgot-password|Sign up>/signup|Create an account>/signup",
    ),
    _spec(
        "signup",
        "sign up form|signup form|sign-up form|registration form|register form|user registration|"
        "create account form|account creation form|registration|signup|sign up|new account form|"
        "form to register|form to sign up|user registration form|join form|member sign up form",
        "Name|Email|Password",
        "Sign up",
        "Username|First name|Last name|Confirm password|Phone|Company|Country|Date of birth|"
        "I agree to the terms|Agree to terms|Subscribe to the newsletter|City|Repeat password|"
        "Gender|Website",
        3,
        new_password=True,
        links="Log in>/login|Already have an account?>/login",
    ),
    _spec(
        "contact",
        "contact form|contact us form|get in touch form|contact|message form|enquiry form|"
        "inquiry form|contact us|contact section form|form to contact us|write to us form|"
        "form to send us a message|contact box|question form",
        "Name|Email|Message",
        "Send message",
        "Subject|Phone|Company|Website|First name|Last name|Department|Topic|Phone number|"
        "Attachment|Country|Send me a copy|I accept the privacy policy",
        3,
    ),
    _spec(
        "newsletter",
        "newsletter form|newsletter signup|newsletter sign-up form|subscribe form|email signup|"
        "subscription form|newsletter subscription|mailing list form|subscribe box|email capture|"
        "newsletter box|email subscription form|newsletter|newsletter opt-in|stay updated form",
        "Email",
        "Subscribe",
        "Name|First name|City|I agree to receive emails|Language",
        2,
    ),
    _spec(
        "search",
        "search form|search bar|search box|search field|site search|search|searchbar|"
        "search widget|search this site|form to search the site|search area",
        "Search",
        "Search",
        "",
        2,
        search=True,
    ),
    _spec(
        "checkout",
        "checkout form|payment form|credit card form|card payment form|billing form|pay form|"
        "payment details form|payment|checkout|purchase form|card details",
        "Name on card|Card number|Expiry date|CVC",
        "Pay now",
        "Email|Billing address|Postal code|Country|Save this card|Promo code|Gift wrap|Phone",
        1.5,
    ),
    _spec(
        "address",
        "address form|shipping form|shipping address form|delivery address form|billing address|"
        "delivery form|shipping address|postal address form|address fields|change of address form",
        "Full name|Street address|City|Postal code|Country",
        "Save address",
        "State|Phone|Company|Apartment|Delivery instructions|Email|First name|Last name",
        1.5,
    ),
    _spec(
        "booking",
        "booking form|reservation form|table reservation form|appointment form|book a table form|"
        "booking|appointment booking form|make a reservation form|hotel booking form|"
        "form to book an appointment|schedule a visit form|reservation|book now form|"
        "room booking form|restaurant reservation form",
        "Name|Email|Date|Time|Guests",
        "Book now",
        "Phone|Check-in|Check-out|Number of guests|Rooms|Special requests|Notes|Children|Adults|"
        "Service|Doctor|Treatment|Preferred date|Arrival date|Departure date",
        2,
    ),
    _spec(
        "feedback",
        "feedback form|feedback|customer feedback form|give feedback form|"
        "feedback box|opinion form|evaluation form",
        "Name|Rating|Comments",
        "Send feedback",
        "Email|Suggestions|Product|Order number|Department|Age|What did you like|Satisfaction|"
        "Would you recommend us",
        1.5,
    ),
    _spec(
        "comment",
        "comment form|leave a comment form|comments form|reply form|leave a reply|post a comment|"
        "comment box|add comment form|leave a comment",
        "Name|Email|Comment",
        "Post comment",
        "Website|Rating|Notify me of new comments|Subject",
    ),
    _spec(
        "review",
        "review form|product review form|write a review form|customer review form|rate us form|"
        "write a review",
        "Name|Rating|Review",
        "Submit review",
        "Title|Email|Photo|Pros|Cons|Order number",
    ),
    _spec(
        "forgot",
        "forgot password form|forgotten password form|password recovery form|lost password form|"
        "forgot password|recover password form|request password reset form|account recovery form",
        "Email",
        "Send reset link",
        "Username|Phone",
        0.8,
        links="Back to login>/login",
    ),
    _spec(
        "reset",
        "reset password form|password reset form|new password form|set new password form|"
        "password reset|choose a new password form",
        "New password|Confirm password",
        "Reset password",
        "Email|Verification code",
        0.8,
        new_password=True,
    ),
    _spec(
        "change_password",
        "change password form|password change form|update password form|change your password",
        "Current password|New password|Confirm password",
        "Change password",
        "",
        0.5,
    ),
    _spec(
        "profile",
        "profile form|edit profile form|profile settings|account settings form|user profile form|"
        "settings form|profile editor|update profile form|account form|user settings|edit account",
        "Name|Email|Bio",
        "Save changes",
        "Username|Avatar|Website|Phone|Language|Birthday|City|Country|Company|Job title|"
        "Receive notifications|Time zone",
        1.2,
    ),
    _spec(
        "application",
        "job application form|application form|apply form|career form|apply for a job form|"
        "job form|employment application|candidate form|application for a job",
        "Full name|Email|Phone|Resume|Cover letter",
        "Apply",
        "LinkedIn|Portfolio URL|Position|Years of experience|Start date|Salary expectation|"
        "First name|Last name|CV|Education|Available from",
        1.2,
    ),
    _spec(
        "upload",
        "upload form|file upload form|file upload|upload a file form|form to upload files|"
        "file uploader|image upload form|document upload form|upload area|upload box",
        "File",
        "Upload",
        "Title|Description|Photo|Attachment|Category|Image|Notes|Document",
        1.2,
    ),
    _spec(
        "order",
        "order form|product order form|purchase order form|buy form|order now form|"
        "form to order pizza|food order form|online order form|pre-order form",
        "Name|Email|Product|Quantity",
        "Place order",
        "Phone|Delivery address|Size|Color|Notes|Delivery date|Promo code|Address",
    ),
    _spec(
        "rsvp",
        "rsvp form|RSVP form|wedding rsvp form|event rsvp|invitation reply form|RSVP",
        "Name|Email|Guests",
        "Send RSVP",
        "Dietary requirements|Message|Phone|Song request",
        0.6,
    ),
    _spec(
        "event",
        "event registration form|conference registration form|workshop registration form|"
        "course enrollment form|event sign-up form|webinar registration form|enrolment form",
        "Name|Email|Tickets",
        "Register",
        "Company|Job title|Dietary requirements|Phone|Session|T-shirt size|Country|Questions",
    ),
    _spec(
        "ticket",
        "support ticket form|support form|bug report form|help request form|report a problem form|"
        "support request form|ticket form|issue report form|customer support form",
        "Subject|Priority|Description",
        "Submit ticket",
        "Email|Name|Category|Attachment|Order number|Screenshot|Browser|Version",
    ),
    _spec(
        "donation",
        "donation form|donate form|charity donation form|fundraising form|donation box|"
        "support us form",
        "Amount|Name|Email",
        "Donate",
        "Message|Phone|Country|Cover the fees|Receive a receipt",
        0.7,
    ),
    _spec(
        "quote",
        "quote request form|request a quote form|get a quote form|free quote form|estimate form|"
        "request a demo form|demo request form",
        "Name|Email|Company|Details",
        "Request quote",
        "Phone|Budget|Deadline|Service|Project type|Company size|Website",
        0.8,
    ),
    _spec(
        "product_edit",
        "add product form|new product form|product form|edit product form|form to add a product|"
        "inventory item form",
        "Product name|Price|Category|Description",
        "Save product",
        "SKU|Image|Quantity|Weight|Color|Size|Brand|Stock",
        0.8,
    ),
    _spec(
        "post_edit",
        "new post form|blog post form|write a post form|article form|create post form|note form|"
        "post editor|add article form",
        "Title|Content",
        "Publish",
        "Category|Tags|Image|Author|Publish date|Summary|Slug",
        0.8,
    ),
    _spec(
        "task_edit",
        "add task form|new task form|todo form|task form|add todo form|form to add a task",
        "Task|Due date",
        "Add task",
        "Priority|Notes|Assignee|Category|Project",
        0.8,
    ),
    _spec(
        "verify",
        "verification form|two-factor form|2FA form|OTP form|one-time code form|verify code form|"
        "two-factor authentication form|otp input form",
        "Verification code",
        "Verify",
        "",
        0.5,
    ),
    _spec(
        "waitlist",
        "waitlist form|waiting list form|early access form|beta signup form|coming soon form|"
        "notify me form|join the waitlist form",
        "Email",
        "Join the waitlist",
        "Name|Company|Role",
        0.6,
    ),
    _spec(
        "generic",
        "form|html form|web form|input form|entry form|data entry form|online form|form element|"
        "form component|HTML form|form tag|fill-in form|user form",
        "Name|Email|Message",
        "Submit",
        "Phone|Address|City|Age|Date|Quantity|Price|Notes|First name|Last name|Username|"
        "Password|Country|Website|Company|Start date|Amount|Color|Time|Birthday|Comment|Gender|"
        "Work email|Mobile number|Number of guests|Confirm password|Photo|Zip code|State|Title",
        6,
    ),
)

# Fields for "a form with N fields", always from the first one on.
COUNTED_FIELDS = ("Name", "Email", "Message", "Phone", "Company", "City", "Website", "Subject")

# lang -> form -> (nouns, fields, button, pool)
TRANSLATED: dict[str, dict[str, tuple[str, str, str, str]]] = {
    "de": {
        "login": (
            "Anmeldeformular|Login-Formular|Login|Anmeldung|ein Formular zum Anmelden",
            "E-Mail|Passwort",
            "Anmelden",
            "Benutzername|Angemeldet bleiben",
        ),
        "signup": (
            "Registrierungsformular|Registrierung|Formular zur Registrierung|Konto erstellen",
            "Name|E-Mail|Passwort",
            "Registrieren",
            "Vorname|Nachname|Telefon|Geburtsdatum|Firma|Ich stimme den AGB zu|Stadt",
        ),
        "contact": (
            "Kontaktformular|ein Kontaktformular|Kontakt|Formular für Anfragen",
            "Name|E-Mail|Nachricht",
            "Senden",
            "Telefon|Betreff|Firma|Vorname|Nachname|Webseite",
        ),
        "newsletter": (
            "Newsletter-Anmeldung|Newsletter-Formular|Newsletter abonnieren",
            "E-Mail",
            "Abonnieren",
            "Name|Vorname",
        ),
        "search": ("Suchformular|Suchfeld|Suche|Suchleiste", "Suche", "Suchen", ""),
        "generic": (
            "Formular|ein Formular|HTML-Formular|Eingabeformular",
            "Name|E-Mail|Nachricht",
            "Absenden",
            "Telefon|Adresse|PLZ|Ort|Datum|Menge|Vorname|Nachname|Alter|Bemerkung|Straße|Firma",
        ),
    },
    "fr": {
        "login": (
            "formulaire de connexion|connexion|un formulaire de connexion",
            "E-mail|Mot de passe",
            "Se connecter",
            "Nom d'utilisateur|Se souvenir de moi",
        ),
        "signup": (
            "formulaire d'inscription|inscription|création de compte",
            "Nom|E-mail|Mot de passe",
            "S'inscrire",
            "Prénom|Téléphone|Date de naissance|Ville|Entreprise|J'accepte les conditions",
        ),
        "contact": (
            "formulaire de contact|un formulaire de contact|contact",
            "Nom|E-mail|Message",
            "Envoyer",
            "Téléphone|Sujet|Prénom|Entreprise",
        ),
        "newsletter": (
            "inscription à la newsletter|formulaire de newsletter|newsletter",
            "E-mail",
            "S'abonner",
            "Nom|Prénom",
        ),
        "search": (
            "formulaire de recherche|barre de recherche|champ de recherche|recherche",
            "Rechercher",
            "Rechercher",
            "",
        ),
        "generic": (
            "formulaire|un formulaire|formulaire HTML",
            "Nom|E-mail|Message",
            "Envoyer",
            "Prénom|Téléphone|Adresse|Code postal|Ville|Date|Quantité|Commentaire|Entreprise",
        ),
    },
    "es": {
        "login": (
            "formulario de inicio de sesión|inicio de sesión|formulario de acceso",
            "Correo electrónico|Contraseña",
            "Iniciar sesión",
            "Usuario|Recuérdame",
        ),
        "signup": (
            "formulario de registro|registro|crear cuenta",
            "Nombre|Correo electrónico|Contraseña",
            "Registrarse",
            "Apellidos|Teléfono|Ciudad|Empresa|Acepto los términos",
        ),
        "contact": (
            "formulario de contacto|un formulario de contacto|contacto",
            "Nombre|Correo electrónico|Mensaje",
            "Enviar",
            "Teléfono|Asunto|Empresa|Apellidos",
        ),
        "newsletter": (
            "suscripción al boletín|formulario de suscripción|boletín",
            "Correo electrónico",
            "Suscribirse",
            "Nombre",
        ),
        "search": (
            "formulario de búsqueda|barra de búsqueda|buscador",
            "Buscar",
            "Buscar",
            "",
        ),
        "generic": (
            "formulario|un formulario|formulario HTML",
            "Nombre|Correo electrónico|Mensaje",
            "Enviar",
            "Apellidos|Teléfono|Dirección|Ciudad|Fecha|Cantidad|Comentario|Empresa",
        ),
    },
    "it": {
        "login": (
            "modulo di accesso|accesso|form di login",
            "E-mail|Password",
            "Accedi",
            "Nome utente|Ricordami",
        ),
        "contact": (
            "modulo di contatto|form di contatto|contatti",
            "Nome|E-mail|Messaggio",
            "Invia",
            "Cognome|Telefono|Oggetto|Azienda",
        ),
        "generic": (
            "modulo|un modulo|form",
            "Nome|E-mail|Messaggio",
            "Invia",
            "Cognome|Telefono|Indirizzo|Città|Quantità|Commento|Azienda",
        ),
    },
    "pt": {
        "login": (
            "formulário de login|formulário de acesso|login",
            "E-mail|Senha",
            "Entrar",
            "Lembrar de mim",
        ),
        "contact": (
            "formulário de contato|contato|formulário de contacto",
            "Nome|E-mail|Mensagem",
            "Enviar",
            "Sobrenome|Telefone|Assunto|Empresa",
        ),
        "generic": (
            "formulário|um formulário",
            "Nome|E-mail|Mensagem",
            "Enviar",
            "Sobrenome|Telefone|Endereço|Cidade|Quantidade|Empresa",
        ),
    },
    "nl": {
        "login": (
            "inlogformulier|aanmeldformulier|login",
            "E-mail|Wachtwoord",
            "Inloggen",
            "Gebruikersnaam|Onthoud mij",
        ),
        "contact": (
            "contactformulier|een contactformulier|contact",
            "Naam|E-mail|Bericht",
            "Versturen",
            "Achternaam|Telefoon|Onderwerp|Bedrijf",
        ),
        "generic": (
            "formulier|een formulier",
            "Naam|E-mail|Bericht",
            "Versturen",
            "Voornaam|Achternaam|Telefoon|Adres|Stad|Aantal|Opmerking|Bedrijf",
        ),
    },
}

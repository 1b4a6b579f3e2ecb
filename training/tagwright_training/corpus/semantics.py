"""What a field's label says about its control: type, autocomplete, choices (HTML, 4.10)."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Control:
    """type: an input type, ``"textarea"`` or ``"select"``; attrs: what else the element gets."""

    type: str = "text"
    autocomplete: str = ""
    attrs: tuple[tuple[str, str], ...] = ()
    options: tuple[str, ...] = ()


TEXT = Control()
_NUMBER = Control("number", attrs=(("min", "0"),))
_YES_NO = (
    "agree|accept|remember|subscribe|newsletter|consent|terms|keep me|receive|notify me|opt in"
)

# The first rule whose words stand in the label decides. "=" before a rule: the whole label.
_RULES: tuple[tuple[str, Control], ...] = (
    (
        _YES_NO + "|i have read|stay signed in|stay logged in|gift wrap|angemeldet bleiben"
        "|ich stimme|se souvenir|j'accepte|recuérdame|acepto|ricordami|accetto|lembrar|aceito"
        "|onthoud mij|ik ga akkoord",
        Control("checkbox"),
    ),
    (
        "passwords?|passphrase|passwort|mot de passe|contraseña|wachtwoord|senha",
        Control("password", "current-password"),
    ),
    ("name on card|card ?holder|cardholder name", Control("text", "cc-name")),
    ("card number|credit card", Control("text", "cc-number", (("inputmode", "numeric"),))),
    ("expiry|expiration|expires", Control("text", "cc-exp")),
    ("cvv|cvc|security code", Control("text", "cc-csc", (("inputmode", "numeric"),))),
    (
        "otp|one-time code|verification code|code from your app",
        Control("text", "one-time-code", (("inputmode", "numeric"),)),
    ),
    (
        "e-?mails?|mail|correo|correo electrónico|adresse e-mail",
        Control("email", "email"),
    ),
    ("website|web site|url|link|homepage|linkedin|github|webseite", Control("url", "url")),
    (
        "photos?|images?|avatar|picture|logo|foto|bild|screenshot",
        Control("file", attrs=(("accept", "image/*"),)),
    ),
    (
        "files?|upload|resume|résumé|cv|attachments?|documents?|lebenslauf|datei|fichier|archivo",
        Control("file"),
    ),
    (
        "phone|mobile|telephone|tel|fax|cell|whatsapp|telefon|téléphone|teléfono|telefono"
        "|telefone|telefoon|telefonnummer",
        Control("tel", "tel"),
    ),
    (
        "date of birth|birth ?date|birthday|dob|born|geburtsdatum|date de naissance",
        Control("date", "bday"),
    ),
    ("date and time|datetime", Control("datetime-local")),
    (
        "date|check-?in|check-?out|arrival|departure|deadline|datum|fecha|data",
        Control("date"),
    ),
    ("time|uhrzeit|heure|hora|ora|tijd", Control("time")),
    ("month", Control("month")),
    ("colou?r|farbe|couleur", Control("color")),
    (
        "message|content|comments?|description|notes?|bio|about|feedback|"
        "questions?|details|cover letter"
        "|opinion|suggestions?|reason|thoughts|instructions|requests?|biography|summary|inquiry"
        "|enquiry|review|motivation|nachricht|bemerkung|kommentar|mensaje|comentario|messaggio"
        "|commento|mensagem|bericht|opmerking|commentaire",
        Control("textarea"),
    ),
    (
        "user ?name|login|nickname|benutzername|nom d'utilisateur|usuario|nome utente"
        "|gebruikersnaam|utilizador",
        Control("text", "username"),
    ),
    ("first name|given name|vorname|prénom|nombre de pila|voornaam", Control("text", "given-name")),
    (
        "last name|family name|surname|nachname|nom de famille|apellidos?|cognome|achternaam"
        "|sobrenome",
        Control("text", "family-name"),
    ),
    (
        "company|organi[sz]ation|employer|business|firma|entreprise|empresa|azienda|bedrijf",
        Control("text", "organization"),
    ),
    ("=name|your name|full name|nom|nombre|nome|naam", Control("text", "name")),
    ("job title|position", Control("text", "organization-title")),
    ("price|cost", Control("number", attrs=(("min", "0"), ("step", "0.01")))),
    ("rating|score", Control("number", attrs=(("min", "1"), ("max", "5")))),
    (
        "age|quantity|qty|amount|guests?|people|persons|budget|salary|weight|height|number of"
        "|seats|tickets|nights|rooms|children|adults|year|years|attendees|party size|anzahl|alter"
        "|menge|quantité|cantidad|quantità|quantidade|aantal",
        _NUMBER,
    ),
    ("zip|zip code|postal code|post ?code|plz|code postal|cap", Control("text", "postal-code")),
    ("city|town|stadt|ort|ville|ciudad|città|cidade|stad", Control("text", "address-level2")),
    ("state|region|province|county", Control("text", "address-level1")),
    (
        "street|address|straße|adresse|dirección|indirizzo|endereço|adres",
        Control("text", "street-address"),
    ),
    (
        "country|nationality",
        Control("select", "country-name", (), ("United States", "United Kingdom", "Germany")),
    ),
    ("gender", Control("select", options=("Female", "Male", "Other"))),
    ("department", Control("select", options=("Sales", "Support", "Billing"))),
    ("category|topic", Control("select", options=("General", "Support", "Other"))),
    ("priority|urgency", Control("select", options=("Low", "Medium", "High"))),
    ("size", Control("select", options=("Small", "Medium", "Large"))),
    ("language", Control("select", options=("English", "German", "French", "Spanish"))),
    ("plan", Control("select", options=("Free", "Pro", "Team"))),
    ("experience level|level", Control("select", options=("Beginner", "Intermediate", "Expert"))),
    ("search|suche|suchen|rechercher|buscar|cerca|pesquisar|zoeken", Control("search")),
    ("satisfaction|volume", Control("range", attrs=(("min", "0"), ("max", "10")))),
)


def _compile(words: str) -> re.Pattern[str]:
    if words.startswith("="):
        return re.compile(rf"^(?:{words[1:]})$")
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


_COMPILED = tuple((_compile(words), control) for words, control in _RULES)


def control_for(label: str) -> Control:
    """The control that fits a field's label; a text input when the label says nothing."""
    lowered = label.lower()
    for pattern, control in _COMPILED:
        if pattern.search(lowered):
            return control
    return TEXT

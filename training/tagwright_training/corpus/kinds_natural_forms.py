"""Forms, asked for in whole sentences and in developers' notes."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.field_words import (
    FORM_TITLES,
    SUBMIT_WORDS,
    field_labels,
    options,
)
from tagwright_training.corpus.form_specs import COUNTED_FIELDS, SPECS, TRANSLATED, FormSpec
from tagwright_training.corpus.gen import Gen, Piece, kind
from tagwright_training.corpus.kinds_shared import content_lang, english, unique
from tagwright_training.corpus.natural_words import (
    BUSINESSES,
    bank,
    buttoned,
    lines,
    root,
    soft,
    strung,
    titled,
    who,
    wish,
    with_value,
)
from tagwright_training.corpus.parts_forms import (
    Field,
    form_html,
    search_html,
)
from tagwright_training.corpus.phrasing import number, quoted
from tagwright_training.corpus.semantics import control_for
from tagwright_training.corpus.site_words import amount

_SPECS = {spec.name: spec for spec in SPECS}
_FORM = lines(
    """
    Form: {f}
    form asking {who} for {f}
    I need {who} to give me {f}
    Can you build a form that asks for {f}?
    we need something where {who} can type in {f} and send it off
    Form. Fields: {f}
    form > {f} > submit
    Create an HTML form. The form should have inputs for {f} and a submit button.
    Write the HTML code of a form which lets {who} enter {f}
    {f} -> form
    {f} - put these into a form please
    turn these into labelled form fields: {f}
    How would a form with the inputs {f} look?
    let {who} fill in {f}
    collecting data: {f}. Make that a form with proper labels.
    Design a form for a {topic} in which {who} can enter {f}
    I want to collect {f} from {who}
    build me a little form, it has to ask for {f}
    In this form, {who} have to enter: {f}
    <form> with labels and inputs for {f}
    a few inputs ({f}) and a submit button
    Data entry: {f}
    form fields: {f}
    ask {who} for {f}
    html form, inputs = {f}
    {f} (form, post)
    Is it possible to get a form for {who}? Needed: {f}
    We are a {topic} and want {who} to tell us {f}
    Inputs for {f}, then a button to submit everything
    Build the form: {f}
    the following should be asked in a form: {f}
    For every {topic} we must know {f}. Write the form for it.
    {n} fields in a form: {f}
    Generate a form with {n} labelled inputs. They are {f}
    form({f})
    here {who} enter {f}
    what I want is a form: {f}, and that's it
    """
)
_SENTENCED = lines(
    """
    Create an HTML form. {s}
    A form, please. {s}
    {s} All of it in one form.
    I am building a form. {s}
    Write a form for {who}. {s}
    Form for {who}: {s}
    My {topic} needs a form. {s}
    Make a web form as follows. {s}
    Put this in a form: {s}
    Could you code a form? {s}
    form spec: {s}
    """
)
_TYPES = {
    "text": bank("{v} (text)|{v}: text|a text field for {v}|{v} as text input|a line for {v}"),
    "textarea": bank(
        "{v} (textarea)|{v}: textarea|{v} as a big text box|a textarea for {v}|"
        "{v} (several lines)|a larger box for {v}"
    ),
    "checkbox": bank(
        "{v} (checkbox)|{v}: checkbox|a tick box {q}|{v} as checkbox|a box to tick, {q}"
    ),
    "select": bank(
        "{v} (select: {o})|{v} as dropdown with {o}|a dropdown {v} ({o})|"
        "{v}, to be chosen from {o} in a dropdown"
    ),
    "radio": bank(
        "{v} (radio: {o})|{v} as radio buttons with {o}|radio buttons {v} ({o})|"
        "{v}, one of {o}, as radio buttons"
    ),
    "number": bank("{v} (number)|{v}: number|a number field for {v}|{v} as a number"),
    "date": bank("{v} (date)|{v}: date|a date picker for {v}|{v} with a calendar"),
    "file": bank("{v} (file)|{v}: file|an upload for {v}|{v} as file upload"),
    "email": bank("{v} (email)|{v}: email|{v} as email input"),
    "password": bank("{v} (password)|{v}: password|{v} as hidden password input"),
}
_TYPED_FORM = lines(
    """
    Form with these fields: {f}
    Form. {f}. Submit.
    I need a form. It has {f}
    form: {f}
    Build a form containing {f}
    fields and types: {f}. Please make the form.
    Can I have a form with {f}?
    Write an HTML form with {f}, all with labels
    {who} get a form: {f}
    form for a {topic}; {f}
    Please code this form: {f}
    what we ask {who}: {f}
    Generate the HTML of a form. It consists of {f}
    <form>: {f}
    """
)
_DO = {
    "login": "log in|sign in|get into their account|log into the site|sign in to their account|"
    "log on|log in to the members area",
    "signup": "create an account|sign up|register|make a new account|open an account|"
    "become a member|register on the site",
    "contact": "contact us|get in touch with us|send us a message|write to us|ask us a question|"
    "reach us|drop us a line|leave us a message|get hold of us",
    "newsletter": "subscribe to our newsletter|get our newsletter|sign up for email updates|"
    "join the mailing list|receive our news by mail|leave an email address to get updates",
    "search": "search the site|look something up|find things on the site|search for articles|"
    "search our products|find a page by typing words",
    "checkout": "pay by card|pay|enter their card details|check out and pay|"
    "pay with a credit card|pay for the order",
    "address": "enter their address|give a delivery address|tell us where to ship|"
    "type in a shipping address|change their address",
    "booking": "book a table|make a reservation|book an appointment|reserve a room|"
    "schedule a visit|pick a date and book|reserve a seat",
    "feedback": "give us feedback|tell us what they think|share an opinion|leave feedback",
    "comment": "leave a comment|comment on this post|write a comment|reply to the article|"
    "post a comment below",
    "review": "write a review|review a product|leave a product review|publish a review",
    "forgot": "recover a lost password|request a new password|get a password reset link|"
    "say that they forgot the password",
    "reset": "choose a new password|set a new password|reset their password",
    "change_password": "change their password|replace the current password with a new one",
    "profile": "edit their profile|update their profile|change their account settings",
    "application": "apply for a job|apply for this job|send us a resume and cover letter|"
    "apply for the open position",
    "upload": "upload a file|send us a file|upload something|pick a file and upload it",
    "order": "order something|place an order|order food online|order our products",
    "rsvp": "rsvp|say whether they come to the wedding|reply to the invitation|"
    "confirm that they come to the party",
    "event": "register for the event|sign up for the workshop|get a place at the conference|"
    "enroll in the course",
    "ticket": "report a bug|open a support ticket|report a problem|ask for technical support",
    "donation": "donate|give money|make a donation|support our charity with a donation",
    "quote": "request a quote|ask for an estimate|get a quote|request a demo",
    "product_edit": "add a product|add a new item to the shop|enter a new product",
    "post_edit": "write a blog post|publish an article|create a new post",
    "task_edit": "add a task|add something to the todo list|enter a new task",
    "verify": "enter the verification code|type in the one-time code|verify with a code",
    "waitlist": "join the waitlist|get early access|be told when we launch|sign up for the beta",
}
_NAMED = lines(
    """
    we need something where {who} can {do}
    Can I get a form so that {who} can {do}?
    let {who} {do}
    a place for {who} to {do}
    form to {do}
    Design the HTML of a form that lets {who} {do}
    on this page {who} should be able to {do}
    I want {who} to be able to {do}
    Build a form which allows {who} to {do}
    this is where {who} {do}
    Allow {who} to {do}
    How can {who} {do}? Make the form.
    {do}
    the part with which {who} {do}
    Write code so that {who} can {do}
    {who} want to {do}, give me the form
    There has to be a way to {do}
    An easy way for {who} to {do}
    For our {topic}: {who} must be able to {do}
    I run a {topic} and {who} keep asking how to {do}. I need a form for that.
    Here {who} {do}
    The user wants to {do}
    form, purpose: {do}
    A compact form for {who} who want to {do}
    Create HTML code that enables {who} to {do}
    """
)
_NAMED_FIELDS = lines(
    """
    they have to enter {f}
    ask for {f}
    we need {f}
    fields: {f}
    it asks for {f}
    required from them: {f}
    the form has {f}
    only {f}
    inputs should be {f}
    we want to know {f}
    there are {n} fields, {f}
    with labels and inputs for {f}
    """
)
_FOREIGN_FORM = {
    "de": lines(
        """
        Formular: {f}
        ich brauche ein Formular, in dem man {f} eintragen kann
        Bitte ein Formular bauen, das {f} abfragt
        Besucher sollen {f} angeben können
        Erstelle ein HTML-Formular. Felder: {f}
        {f} -> Formular
        Kannst du ein Formular für {f} schreiben?
        hier geben die Kunden {f} ein
        wir brauchen etwas zum Eintragen von {f}
        Eingabefelder für {f} und ein Knopf zum Abschicken
        Schreibe den HTML-Code für ein Formular mit {f}
        Formularfelder: {f}
        """
    ),
    "fr": lines(
        """
        Formulaire : {f}
        il me faut un formulaire qui demande {f}
        Peux-tu faire un formulaire avec {f} ?
        les visiteurs doivent pouvoir saisir {f}
        Crée un formulaire HTML. Champs : {f}
        {f} -> formulaire
        Écris le code HTML d'un formulaire pour {f}
        ici on saisit {f}
        je veux demander aux clients {f}
        des champs de saisie pour {f} et un bouton d'envoi
        champs du formulaire : {f}
        """
    ),
    "es": lines(
        """
        Formulario: {f}
        necesito un formulario que pida {f}
        ¿Puedes hacer un formulario con {f}?
        los visitantes tienen que escribir {f}
        Crea un formulario HTML. Campos: {f}
        {f} -> formulario
        Escribe el código HTML de un formulario para {f}
        aquí se introduce {f}
        quiero pedir a los clientes {f}
        campos de entrada para {f} y un botón para enviar
        campos del formulario: {f}
        """
    ),
}


def _filled(g: Gen, form: str, values: list[str]) -> str:
    """A form template with its values; only what the template names is said."""
    said = strung(g, values, form) if "{f}" in form else ""
    if len(values) == 1 and "{n}" in form:
        form = "{f}"
    n = number(g, len(values))
    return form.format(f=said, who=who(g), topic=g.pick(BUSINESSES), n=n)


def _sentences(g: Gen, labels: list[str]) -> str:
    """One sentence or clause for each field."""
    n = len(labels)
    values = [g.given(v) for v in labels]
    style = g.rng.randint(0, 6)
    if style == 0:
        words = ["One field for {}", "another field for {}", "a third field for {}"]
        words += ["a fourth field for {}", "and a last field for {}"]
        return ", ".join(w.format(v) for w, v in zip(words, values, strict=False)) + "."
    if style == 1:
        order = ["first", "second", "third", "fourth", "fifth"]
        return " ".join(
            f"The {w} field is {soft(g, v)}." for w, v in zip(order, values, strict=False)
        )
    if style == 2:
        lead = ["It starts with {}.", "Then comes {}.", "After that, {}.", "Then {}.", "Last, {}."]
        return " ".join(
            w.format(soft(g, v)) for w, v in zip([*lead[: n - 1], lead[4]], values, strict=False)
        )
    if style == 3:
        return " ".join(f"There is a field labelled {quoted(g, v)}." for v in values)
    if style == 4:
        return " ".join(f"{i}. {v}" for i, v in enumerate(values, 1))
    if style == 5:
        return "It has an input for " + ", an input for ".join(values) + "."
    return "The labels are " + ", ".join(quoted(g, v) for v in values) + "."


def _fields(g: Gen, labels: list[str], said: list[str], new_password: bool) -> list[Field]:
    """Fields of the labels; the request may make all of them required."""
    needed = g.chance(0.05)
    if needed:
        said.append(
            g.pick(
                bank(
                    "all of them are required|everything must be filled in|nothing may stay empty|"
                    "every field is mandatory|all fields are required|no field is optional"
                )
            )
        )
    return [Field(v, required=needed, new_password=new_password) for v in labels]


@kind("natural_form", weight=2.2, nests=True)
def natural_form(g: Gen) -> Piece:
    """A form of given fields."""
    lang = content_lang(g, list(_FOREIGN_FORM))
    if lang != "en":
        return _foreign_form(g, lang)
    labels = field_labels(g, _SPECS["generic"])
    if len(labels) > 1 and g.chance(0.2):
        request = g.pick(_SENTENCED).format(
            s=_sentences(g, labels), who=who(g), topic=g.pick(BUSINESSES)
        )
    else:
        request = _filled(g, g.pick(_FORM), labels)
    title, said = titled(g, FORM_TITLES)
    button, asked = buttoned(g, SUBMIT_WORDS, "Submit", 0.3)
    said += asked
    fields = _fields(g, labels, said, False)
    attrs, asked = root(g)
    return wish(g, request, form_html(g, fields, button, attrs, title), said + asked)


def _foreign_form(g: Gen, lang: str) -> Piece:
    _, usual, button, pool = TRANSLATED[lang]["generic"]
    labels = unique(g.sample(usual.split("|") + pool.split("|"), amount(g, 1, 6)))
    if g.lang == "en":
        request = _filled(g, g.pick(_FORM), labels)
    else:
        form = g.pick(_FOREIGN_FORM[lang])
        request = form.format(f=strung(g, labels, form))
    said = []
    if g.chance(0.25):
        button = g.given(lexicon.phrase(g, 1, 2) if g.chance(0.5) else button)
        forms = {
            "de": bank("auf dem Button steht {q}|der Knopf heißt {q}|Button: {v}|Knopf {q}"),
            "fr": bank("le bouton s'appelle {q}|bouton : {v}|sur le bouton : {q}"),
            "es": bank("el botón dice {q}|botón: {v}|en el botón pone {q}"),
            "en": bank("the button says {q}|button: {v}|{q} on the button"),
        }
        said.append(with_value(g, forms[g.lang], button))
    return wish(g, request, form_html(g, [Field(v) for v in labels], button), said)


@kind("natural_form_named", weight=2.2, nests=True)
def natural_form_named(g: Gen) -> Piece:
    """A form said by what people do with it."""
    english(g)
    spec: FormSpec = _SPECS[g.pick(list(_DO))]
    request = g.pick(_NAMED).format(
        who=who(g), do=g.pick(_DO[spec.name].split("|")), topic=g.pick(BUSINESSES)
    )
    title, said = titled(g, FORM_TITLES, 0.1)
    button, asked = buttoned(g, SUBMIT_WORDS, spec.button, 0.2)
    if spec.search:
        attrs, more = root(g, "d-flex")
        html = search_html(g, spec.fields[0], button, attrs, title)
        return wish(g, request, html, said + asked + more)
    labels = list(spec.fields)
    if g.chance(0.45):
        labels = field_labels(g, spec)
        request += g.pick([". ", ". ", ", ", ": ", "; "]) if request[-1] not in ".?" else " "
        request += _filled(g, g.pick(_NAMED_FIELDS), labels)
    asked += said
    fields = _fields(g, labels, asked, spec.new_password)
    attrs, more = root(g)
    return wish(g, request, form_html(g, fields, button, attrs, title), asked + more)


@kind("natural_form_typed", weight=1.5, nests=True)
def natural_form_typed(g: Gen) -> Piece:
    """A form whose fields have stated types."""
    english(g)
    fields: list[Field] = []
    said: list[str] = []
    for name in field_labels(g, _SPECS["generic"])[:4]:
        control = control_for(name)
        stated = g.pick(["text", "text", "textarea", "checkbox", "select", "radio", "number"])
        if control.type != "text" or control.autocomplete:
            stated = control.type if control.type in _TYPES and control.type != "select" else ""
        elif g.chance(0.25):
            stated = g.pick(["date", "file", "select", "radio"])
        form = g.pick(_TYPES[stated]) if stated and g.chance(0.85) else "{v}"
        if form == "{v}":
            stated = ""
        chosen = tuple(g.given(o) for o in options(g)) if "{o}" in form else ()
        joined = g.pick([", ".join(chosen), "/".join(chosen), " or ".join(chosen)])
        said.append(form.format(v=g.given(name), q=quoted(g, name), o=joined))
        keep = control.type == "text" and stated not in ("", "text")
        fields.append(Field(name, stated if keep else "", chosen))
    joint = g.pick([", ", "; ", "\n- ", ", ", "; "])
    if any(":" in s for s in said) and joint == ", ":
        joint = "; "
    words = joint.join(said)
    if joint.startswith("\n"):
        words = joint + words
    form = g.pick(_TYPED_FORM)
    request = form.format(f=words, who=who(g), topic=g.pick(BUSINESSES))
    title, more = titled(g, FORM_TITLES, 0.1)
    button, asked = buttoned(g, SUBMIT_WORDS, "Submit", 0.3)
    attrs, own = root(g)
    return wish(g, request, form_html(g, fields, button, attrs, title), more + asked + own)


_COUNTED = lines(
    """
    a form that has {n} fields
    form, {n} inputs
    I want {n} input fields and a submit button in a form
    give the form {n} fields
    The form should consist of {n} inputs
    {n}-field form
    Can you make a form with {n} different fields?
    form > {n} inputs + button
    Write an HTML form. It should contain {n} input fields.
    some form with {n} fields to try things out
    dummy form: {n} fields
    {n} labelled inputs inside a form
    """
)


@kind("natural_form_counted", weight=0.3, nests=True)
def natural_form_counted(g: Gen) -> Piece:
    """A form of so many fields."""
    english(g)
    n = g.rng.randint(2, 6)
    button, said = buttoned(g, SUBMIT_WORDS, "Submit", 0.3)
    attrs, own = root(g)
    html = form_html(g, [Field(v) for v in COUNTED_FIELDS[:n]], button, attrs)
    return wish(g, g.pick(_COUNTED).format(n=number(g, n)), html, said + own)

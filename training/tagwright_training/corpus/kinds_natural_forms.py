"""Forms, fields, choices and buttons, asked for in whole sentences and in developers' notes."""

from __future__ import annotations

from dataclasses import replace

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.field_words import (
    BUTTON_VARIANTS,
    BUTTON_WORDS,
    FORM_TITLES,
    HINTS,
    LABELS,
    SUBMIT_WORDS,
    field_labels,
    options,
)
from tagwright_training.corpus.form_specs import COUNTED_FIELDS, SPECS, TRANSLATED, FormSpec
from tagwright_training.corpus.gen import Gen, Piece, h, kind
from tagwright_training.corpus.kinds_shared import Attrs, content_lang, english, label, unique
from tagwright_training.corpus.natural_words import (
    BUSINESSES,
    WHO,
    bank,
    buttoned,
    lines,
    root,
    soft,
    strung,
    titled,
    wish,
    with_value,
)
from tagwright_training.corpus.parts_forms import (
    Field,
    autocompleted,
    button_html,
    buttons_html,
    datalist_html,
    field_html,
    fieldset_html,
    form_html,
    search_html,
)
from tagwright_training.corpus.phrasing import listing, number, quoted
from tagwright_training.corpus.semantics import control_for

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


def _who(g: Gen) -> str:
    return g.pick(WHO)


def _filled(g: Gen, form: str, values: list[str]) -> str:
    """A form template with its values; only what the template names is said."""
    said = strung(g, values, form) if "{f}" in form else ""
    if len(values) == 1 and "{n}" in form:
        form = "{f}"
    n = number(g, len(values))
    return form.format(f=said, who=_who(g), topic=g.pick(BUSINESSES), n=n)


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
            s=_sentences(g, labels), who=_who(g), topic=g.pick(BUSINESSES)
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
    labels = unique(g.sample(usual.split("|") + pool.split("|"), g.rng.randint(1, 4)))
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
        who=_who(g), do=g.pick(_DO[spec.name].split("|")), topic=g.pick(BUSINESSES)
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
    request = form.format(f=words, who=_who(g), topic=g.pick(BUSINESSES))
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


_FIELD = lines(
    """
    one input, labelled {q}
    single field: {v}
    I need one box for {v}
    a labelled input: {v}
    label + input for {v}
    just one field, {q}
    {who} enter {v} here
    here {who} type in {v}
    label {v}, input below
    Can I get an input where {who} write {v}?
    something to type {v} into
    an input element whose label is {q}
    <label> {v} + <input>
    Create an input field. The label should read {q}.
    Write the HTML for one input with its label. Label: {v}
    {v}: input
    form control for {v}
    add a field to the form: {v}
    the next field asks for {v}
    We also need {v} as a field
    A single text box so {who} can give {v}
    add {v} to the form
    """
)
_FIELD_TYPES: tuple[tuple[str, str, list[str]], ...] = (
    ("date", "Date", bank("a field to pick a day|a calendar field|something to choose a date")),
    ("number", "Quantity", bank("a field that only takes numbers|a number box|a numeric field")),
    (
        "textarea",
        "Message",
        bank("a big box for longer texts|a box with several lines|room to write a long text"),
    ),
    ("checkbox", "I agree", bank("one tick box|a single check box|a box that can be ticked")),
    ("switch", "Notifications", bank("an on/off toggle|a toggle switch|a switch to turn on")),
    ("range", "Value", bank("a slider|a slider to drag|a range control")),
    ("file", "File", bank("an upload control|a file chooser|a control to upload a file")),
    ("color", "Color", bank("a color picker|a control for choosing a color|a colour input")),
    (
        "password",
        "Password",
        bank("a field that hides what you type|a box for a password|a password input"),
    ),
    ("time", "Time", bank("a field for the time|a time picker|an input for a time of day")),
    ("tel", "Phone", bank("a box for a phone number|an input of type tel|a phone field")),
    ("email", "Email", bank("a box for an email address|an input of type email|an email field")),
    ("url", "Website", bank("an input of type url|a box for a web address|a website field")),
)
_TYPED_FIELD = lines(
    """
    {t}, label it {q}
    {t} for {v}
    {t} (label: {v})
    I want {t} called {q}
    {t} labelled {q}
    {q} as {t}
    Please add {t}. Its label is {q}
    can we have {t} for {v}?
    {v}: {t}
    {t}, next to it the words {q}
    {t} with {q} as label
    for {v} use {t}
    {who} need {t} for {v}
    The label says {q} and it is {t}
    """
)
_BARE_FIELD = lines(
    """
    {t}
    I need {t}
    can I get {t}?
    only {t}, please
    add {t} to the form
    {who} should have {t}
    how do I write {t} in HTML?
    put {t} here
    {t} with a label
    """
)


@kind("natural_field", weight=1.4, nests=True)
def natural_field(g: Gen) -> Piece:
    """One labelled control."""
    english(g)
    said: list[str] = []
    words = lexicon.vary_case(g, [g.pick(LABELS)])[0]
    if g.chance(0.5):
        words = lexicon.phrase(g, 1, 2)
    if g.chance(0.45):
        made = Field(words)
        request = with_value(g, [g.pick(_FIELD).replace("{who}", _who(g))], words)
    else:
        type_, usual, names = g.pick(_FIELD_TYPES)
        bare = g.chance(0.2)
        form = g.pick(_BARE_FIELD if bare else _TYPED_FIELD)
        form = form.replace("{who}", _who(g)).replace("{t}", g.pick(names))
        request = form if bare else with_value(g, [form], words)
        made = Field(usual if bare else words, type_)
    type_ = made.control().type
    extra: dict[str, str | bool] = {}
    if made.type in ("number", "range") and g.chance(0.5):
        low, high = g.given(g.pick(["0", "1", "10"])), g.given(lexicon.integer(g, 11, 500))
        forms = bank(
            "from {} to {}|anything between {} and {}|min {}, max {}|at least {}, at most {}"
        )
        said.append(g.pick(forms).format(low, high))
        extra = {"min": low, "max": high}
    if type_ in ("text", "email", "tel", "url", "textarea") and g.chance(0.2):
        value = lexicon.phrase(g, 1, 3)
        forms = bank(
            "it shows {q} until you type|placeholder: {v}|{q} stands in it as placeholder|"
            "the placeholder should be {q}|with {q} inside as a placeholder|grey text {q} in it"
        )
        said.append(with_value(g, forms, value))
        made = replace(made, placeholder=value)
    if g.chance(0.1):
        needed = bank("it is required|it must not stay empty|required|people have to fill it in")
        said.append(g.pick(needed))
        made = replace(made, required=True)
    if type_ not in ("checkbox", "switch") and g.chance(0.08):
        hint = g.pick(HINTS) if g.chance(0.5) else lexicon.phrase(g, 2, 4)
        forms = bank("below it a hint: {q}|hint: {v}|underneath it says {q} as help text")
        said.append(with_value(g, forms, hint))
        made = replace(made, hint=hint)
    made = replace(made, extra=tuple(extra.items()))
    if made.type:
        made = autocompleted(made)
    return wish(g, request, field_html(g, made), said)


_SELECT = lines(
    """
    dropdown where {who} choose {v}: {o}
    let them pick {v} from a dropdown: {o}
    Dropdown. Label: {v}. Options: {o}
    select {v} > {o}
    {o} in a drop-down called {q}
    For {q} I need a drop-down list, the choices are {o}
    {q} should be picked from a dropdown ({o})
    a select, label {v}, the options are {o}
    Can you make a pull-down menu for {v}? It offers {o}
    Create an HTML dropdown that has {n} options. The options are {o}. The label should be {q}.
    only one of {o} can be selected, as a dropdown labelled {q}
    <select> {v}: {o}
    {o} -> select, label {v}
    {who} select {v} from {o} (dropdown)
    Drop down list for {v} with the values {o}
    combo box {q}; entries: {o}
    The dropdown {q} lets {who} choose between {o}
    I want a select menu labelled {q} and in it {o}
    """
)
_BARE_SELECT = lines(
    """
    dropdown: {o}
    select with {o}
    a drop-down to choose between {o}
    {o} -> dropdown
    let {who} choose one of {o} from a dropdown
    put {o} into a select
    Can I have a pull-down menu with {o}?
    select > {n} options: {o}
    Create a dropdown list. The user can choose {o}.
    <select>: {o}
    {o} should be the options of a dropdown
    Dropdown. Options: {o}
    """
)
_RADIO = lines(
    """
    {v}? radio buttons: {o}
    {who} choose exactly one {v}: {o} (radio buttons)
    Radio buttons. Question: {v}. Answers: {o}
    let {who} pick one {v} with radio buttons, {o}
    {q} as radio buttons, the choices are {o}
    radio group {v} > {o}
    I want radio buttons for {v}; they can choose {o}
    {o} as radios under the legend {q}
    Create a group of radio buttons that has {n} options: {o}. Its legend should be {q}.
    one of {o}, radio buttons, legend {v}
    Can you add radio buttons so {who} select {v}? {o}
    input type radio for {v}: {o}
    radios: {o}. legend: {v}
    The group is called {q} and has the radio buttons {o}
    """
)
_BARE_RADIO = lines(
    """
    radio buttons for {o}
    {o} as radio buttons
    pick one: {o}, with radio buttons
    radios > {o}
    let {who} choose between {o} using radio buttons
    Radio: {o}
    {n} radio buttons, {o}
    {who} can only choose one of {o}, so use radio buttons
    Create radio buttons. The choices should be {o}.
    input type=radio: {o}
    """
)
_CHECKS = lines(
    """
    {v}: tick any of {o}
    {who} can tick several {v}: {o}
    Checkboxes. Legend: {v}. Options: {o}
    let {who} check as many {v} as they like, {o}
    {q} as checkboxes ({o})
    checkboxes {v} > {o}
    Under {q}, a checkbox for each of {o}
    I want a group of checkboxes called {q}: {o}
    Create {n} checkboxes: {o}. The group should be labelled {q}.
    more than one {v} may be chosen from {o}, use checkboxes
    Can you make check boxes for {v}? They are {o}
    input type checkbox for each: {o}; legend {v}
    {o} to tick, legend {q}
    """
)
_BARE_CHECKS = lines(
    """
    checkboxes for {o}
    {o} as checkboxes
    {n} checkboxes: {o}
    {who} may tick any of these: {o}
    several of {o} can be chosen, make checkboxes
    tick boxes > {o}
    a checkbox each for {o}
    Create a group of checkboxes. They should be {o}.
    multiple choice with checkboxes, {o}
    input type=checkbox: {o}
    """
)
_CHOICES = (
    ("select", "Option", _SELECT, _BARE_SELECT),
    ("select", "Option", _SELECT, _BARE_SELECT),
    ("radio", "Choose an option", _RADIO, _BARE_RADIO),
    ("radio", "Choose an option", _RADIO, _BARE_RADIO),
    ("checkboxes", "Choose all that apply", _CHECKS, _BARE_CHECKS),
)
_CHOOSE = bank(
    "size|color|plan|payment method|country|priority|language|delivery|topic|interests|toppings|"
    "department|Size|Favorite animal|Meal|Seat|Shipping|Newsletter topics|Day|Skill level|mood"
)


@kind("natural_choice", weight=1.8, nests=True)
def natural_choice(g: Gen) -> Piece:
    """A select, radio buttons or checkboxes of given options."""
    english(g)
    type_, words, forms, bare = g.pick(_CHOICES)
    values = options(g) if g.chance(0.7) else lexicon.phrases(g, g.rng.randint(2, 6), 1, 2)
    known = not g.chance(0.35)
    form = g.pick(forms if known else bare)
    parts = {"n": number(g, len(values)), "who": _who(g), "o": strung(g, values, form)}
    if not known:
        request = form.format(**parts)
    else:
        words = g.given(g.pick(_CHOOSE) if g.chance(0.5) else lexicon.phrase(g, 1, 2))
        request = form.format(v=words, q=quoted(g, words), **parts)
    said: list[str] = []
    extra: tuple[tuple[str, str | bool], ...] = ()
    if type_ == "select" and g.chance(0.1):
        word, said = g.pick(
            [("multiple", ["several can be chosen"]), ("multiple", ["multiple selection"])]
            + [("required", ["it is required"]), ("required", ["one must be chosen"])]
        )
        extra = ((word, True),)
    return wish(g, request, field_html(g, Field(words, type_, tuple(values), extra=extra)), said)


_BUTTON = lines(
    """
    {q} button
    button that reads {q}
    Button: {v}
    a button, and on it {q}
    something to click that says {q}
    Can I get a button labelled {q}?
    btn "{v}"
    button[{v}]
    {q} as a button
    Create a button. The text of the button should be {q}.
    I'd like {who} to click {q}
    Write HTML code for a button with {q} on it
    the button's label is {q}
    <button> {v}
    add a button so {who} can press {q}
    Call to action: {v}
    one button only, text = {q}
    {who} click {q} here
    A big inviting button which says {q}
    An enticing {q} button for our {topic}
    A round {q} button with a soft shadow
    put {q} on a button
    button, caption {q}
    """
)


@kind("natural_button", weight=1.1, nests=True)
def natural_button(g: Gen) -> Piece:
    """One button, or a link that looks like one."""
    english(g)
    words = lexicon.vary_case(g, [g.pick(BUTTON_WORDS)])[0]
    if g.chance(0.45):
        words = lexicon.phrase(g, 1, 3)
    if g.chance(0.25):
        return _button_link(g, words)
    form = g.pick(_BUTTON).replace("{who}", _who(g)).replace("{topic}", g.pick(BUSINESSES))
    said: list[str] = []
    style = "primary"
    if g.chance(0.15):
        word, style = g.pick(BUTTON_VARIANTS)
        forms = ["make it {}", "it should be {}", "a {} one", "{} variant", "style: {}"]
        said.append(g.pick(forms).format(word))
    extra: Attrs = {}
    if g.chance(0.08):
        said.append(g.pick(["it can't be clicked yet, so disabled", "disabled", "it is disabled"]))
        extra["disabled"] = True
    request = with_value(g, [form], words)
    attrs, own = root(g, f"btn btn-{style}")
    html = h("button", {"type": "button", **attrs, **extra}, label(words))
    return wish(g, request, html, said + own)


_BUTTON_LINK = lines(
    """
    a link that looks like a button, {q}, to {u}
    {q} links to {u} and looks like a button
    link button: {v} -> {u}
    button-style link {q} (href {u})
    Clicking {q} should open {u}; it's a link styled as a button
    I want a link as a button. Text: {v}. URL: {u}
    <a> as button, {q}, {u}
    CTA link {q} going to {u}
    an anchor with the look of a button: {q}, target {u}
    Make a button-like link to {u} which reads {q}
    """
)


def _button_link(g: Gen, words: str) -> Piece:
    path = g.given(lexicon.url(g))
    request = g.pick(_BUTTON_LINK).format(v=g.given(words), q=quoted(g, words), u=path)
    attrs, own = root(g, "btn btn-primary")
    return wish(g, request, h("a", {"href": path, **attrs}, label(words)), own)


_BUTTON_GROUP = lines(
    """
    Buttons: {o}
    {n} buttons side by side: {o}
    {o} buttons next to each other
    a row of buttons, {o}
    btn group > {o}
    I need {n} buttons, {o}
    {o} -> buttons
    group these buttons: {o}
    Can you make a toolbar? Buttons: {o}
    Create {n} buttons. They should be labelled {o}.
    actions for each row: {o}, as buttons
    {who} can click {o}
    button bar with {o}
    One button each for {o}
    the user chooses an action: buttons {o}
    toolbar: {o}
    """
)


@kind("natural_buttons", weight=0.7, nests=True)
def natural_buttons(g: Gen) -> Piece:
    """Several buttons."""
    english(g)
    n = g.rng.randint(2, 4)
    values = lexicon.vary_case(g, g.sample(BUTTON_WORDS, n))
    if g.chance(0.5):
        values = lexicon.phrases(g, n, 1, 2)
    form = g.pick(_BUTTON_GROUP)
    request = form.format(o=strung(g, values, form), n=number(g, n), who=_who(g))
    attrs, own = root(g, "btn-group")
    return wish(g, request, buttons_html(g, values, attrs), own)


_SURVEY = lines(
    """
    Poll: {v} {o}
    we want to ask {who}: {q} They can answer {o}
    survey question {q}, answers {o}
    {q} - {o}. Make it a survey
    Ask {who} {q} and let them choose {o}
    A poll for {who}. Question: {v} Options: {o}
    quiz: {v} ({o})
    Can you write a small poll? Question {q}, possible answers {o}
    Let people vote: {q} {o}
    one survey question with radio buttons. It is {q} and the answers are {o}
    Vote on {q}: {o}
    questionnaire with the single question {q}; choices: {o}
    """
)


@kind("natural_survey", weight=0.5, nests=True)
def natural_survey(g: Gen) -> Piece:
    """A form with one question and radio buttons."""
    english(g)
    question = g.pick(
        bank(
            "Favorite color?|Which day suits you?|Do you like it?|What do you prefer?|"
            "How did you find us?|Cats or dogs?|Will you come?|Was this helpful?|Which city?"
        )
    )
    if g.chance(0.5):
        question = lexicon.phrase(g, 2, 4) + "?"
    values = options(g)
    form = g.pick(_SURVEY)
    words = {"v": g.given(question), "q": quoted(g, question)}
    request = form.format(o=strung(g, values, form), who=_who(g), **words)
    vote = any(word in form.lower() for word in ("poll", "vot"))
    button, said = buttoned(g, SUBMIT_WORDS, "Vote" if vote else "Submit", 0.15)
    attrs, own = root(g)
    html = form_html(g, [Field(question, "radio", tuple(values))], button, attrs)
    return wish(g, request, html, said + own)


_GROUPED = lines(
    """
    Form in {n} parts. {s}
    a form split into groups: {s}
    form with fieldsets. {s}
    Please group the fields of the form. {s}
    I need a longer form with {n} sections. {s}
    {s} (form with fieldsets)
    Can you make a form with {n} fieldsets? {s}
    Create a form which has {n} groups of fields. {s}
    form > fieldsets: {s}
    the form has the blocks {s}
    """
)
_PART = bank(
    "Under {a}: {b}.|{a}: {b};|{a} has {b}.|In {a} we ask for {b}.|The group {a} contains {b}.|"
    "{a} -> {b};|[{a}] {b};|{a} ({b});"
)


@kind("natural_fieldsets", weight=0.6, nests=True)
def natural_fieldsets(g: Gen) -> Piece:
    """A form with named groups of fields."""
    english(g)
    n = g.pick([2, 2, 3])
    legends = lexicon.phrases(g, n, 1, 2)
    if g.chance(0.5):
        heads = bank("Personal details|Address|Contact|Payment|Account|Shipping|Company|Travel")
        legends = g.sample(heads, n)
    names = bank("Name|Email|Phone|City|Street|Country|Age|Notes|Username|Website|Postal code|Date")
    if g.chance(0.4):
        names = lexicon.phrases(g, 8, 1, 1)
    else:
        names = lexicon.vary_case(g, g.sample(names, 8))
    form = g.pick(_PART)
    groups: list[tuple[str, list[str]]] = []
    for legend in legends:
        taken = [names.pop() for _ in range(g.pick([1, 2, 2]))]
        groups.append((g.given(legend), [g.given(v) for v in taken]))
    parts = [form.format(a=a, b=listing(g, b)) for a, b in groups]
    joint = "\n" if g.chance(0.25) else " "
    request = g.pick(_GROUPED).format(n=number(g, n), s=joint.join(parts).rstrip(";"))
    button, said = buttoned(g, SUBMIT_WORDS, "Submit", 0.2)
    attrs, own = root(g)
    sets = [fieldset_html(g, a, b) for a, b in groups]
    html = h("form", {**attrs, "method": "post"}, *sets, button_html(g, button))
    return wish(g, request, html, said + own)


_SUGGEST = lines(
    """
    an input that suggests {o} while typing, label {v}
    {who} type {v} and get suggestions: {o}
    text field {v} with a datalist ({o})
    autocomplete for {v}: {o}
    {v}: free text, but suggest {o}
    input + datalist, label {q}, suggestions {o}
    As you type {v} it should offer {o}
    datalist {v} > {o}
    I need a typeahead labelled {q} that knows {o}
    Can the field {q} propose {o}? Use a datalist
    """
)


@kind("natural_datalist", weight=0.3, nests=True)
def natural_datalist(g: Gen) -> Piece:
    """An input with given suggestions."""
    english(g)
    words = g.given(lexicon.phrase(g, 1, 2))
    values = options(g)
    request = g.pick(_SUGGEST).format(v=words, q=quoted(g, words), o=strung(g, values), who=_who(g))
    return wish(g, request, datalist_html(g, words, values))

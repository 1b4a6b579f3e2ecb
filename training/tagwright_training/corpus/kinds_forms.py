"""Forms: the common ones of ``form_specs``, with given, counted or usual fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.field_words import FORM_TITLES, SUBMIT_WORDS, field_labels, options
from tagwright_training.corpus.form_specs import COUNTED_FIELDS, SPECS, TRANSLATED, FormSpec
from tagwright_training.corpus.gen import Gen, Piece, cap, h, kind
from tagwright_training.corpus.kinds_shared import (
    Attrs,
    content_lang,
    foreign,
    label,
    noun,
    root_attrs,
    unique,
)
from tagwright_training.corpus.parts_forms import Field, button_html, form_html, search_html
from tagwright_training.corpus.phrasing import count, items, listing, quoted, titled
from tagwright_training.corpus.semantics import TEXT, control_for

_TYPED = {
    "text": (
        [
            "{v} field",
            "{v} input",
            "a field for {v}",
            "a {v} field",
            "a text field {v}",
            "text input {v}",
        ]
        + ["an input for {v}", "{v} text box", "{v}"]
    ),
    "textarea": (
        ["a {v} textarea", "textarea {v}", "a text area for {v}", "{v} (multiline)", "{v} textarea"]
        + ["a large text box for {v}", "a multi-line {v} field", "{v} text area"]
    ),
    "checkbox": (
        [
            "a checkbox {q}",
            "a {v} checkbox",
            "a checkbox saying {q}",
            "checkbox {v}",
            "tick box {q}",
        ]
        + ["a tick box for {v}", "a checkbox labelled {q}", "a {v} tickbox", "a checkbox for {v}"]
    ),
    "select": (
        [
            "a {v} dropdown ({o})",
            "dropdown {v} with options {o}",
            "a select {v}: {o}",
            "select {v} ({o})",
        ]
        + ["a dropdown for {v} with {o}", "a {v} select with the options {o}", "{v} dropdown: {o}"]
        + ["a drop-down list {v} ({o})", "a select box {v} with {o}"]
    ),
    "radio": (
        ["radio buttons {v}: {o}", "radio buttons for {v} ({o})", "{v} as radio buttons ({o})"]
        + ["a {v} radio group with {o}", "{v} radio buttons: {o}", "radios {v} ({o})"]
    ),
    "number": ["a number field {v}", "number input for {v}", "a {v} number field", "{v} (number)"],
    "date": ["a date picker for {v}", "a date field {v}", "{v} date picker", "{v} (date)"],
    "file": ["a file upload for {v}", "file input {v}", "a {v} file upload", "{v} upload"],
    "range": ["a {v} slider", "a slider for {v}", "range slider {v}"],
    "password": ["a {v} password field", "password input {v}", "{v} (password)"],
    "email": ["an email field {v}", "{v} (email)", "email input {v}"],
}
CLAUSES = (
    "where people leave {}|where users enter {}|asking for {}|that asks for {}|to collect {}|"
    "that collects {}|where visitors can enter {}|for entering {}|in which people fill in {}|"
    "where you type {}|requesting {}|where the user gives {}|to enter {}"
).split("|")
_FIELDS = {
    "de": ("{}", "den Feldern {}", "den Feldern: {}", "Feldern für {}"),
    "fr": ("{}", "les champs {}", "les champs : {}", "des champs {}"),
    "es": ("{}", "los campos {}", "campos {}", "los campos: {}"),
    "it": ("{}", "i campi {}", "campi {}"),
    "pt": ("{}", "os campos {}", "campos {}"),
    "nl": ("{}", "de velden {}", "velden {}"),
}
_TERMS = (
    ("and tick a box to agree to the terms", "I agree to the terms"),
    ("and have to accept the terms", "I accept the terms"),
    ("and can opt in to the newsletter", "Subscribe to the newsletter"),
    ("and a box to be remembered", "Remember me"),
)


def typed_field(g: Gen, name: str) -> tuple[Field, str]:
    """A field of a stated type, and the words that ask for it."""
    control = control_for(name)
    if control == TEXT:
        kind_ = g.pick(["text", "textarea", "checkbox", "select", "radio", *_TYPED])
    elif control.type in _TYPED and g.chance(0.6):
        kind_ = control.type
    else:
        kind_ = "text"
    form = g.pick(_TYPED[kind_])
    if "{o}" in form:
        given = [g.given(o) for o in options(g)]
        joined = g.pick([", ".join(given), ", ".join(given), "/".join(given), listing(g, given)])
        words = form.format(v=g.given(name), o=joined)
        return Field(name, kind_, tuple(given)), words
    words = form.format(v=g.given(name), q=quoted(g, name))
    if kind_ == "text" and g.chance(0.12):
        lead = g.pick(["a required {v} field", "required {v}", "{v} (required)", "mandatory {v}"])
        return Field(name, required=True), lead.format(v=g.given(name))
    stated = control == TEXT and kind_ != "text"
    return Field(name, kind_ if stated else ""), words


def button_detail(g: Gen, details: list[str]) -> str:
    """Given words on the button."""
    value = g.given(
        lexicon.vary_case(g, [g.pick(SUBMIT_WORDS)])[0]
        if g.chance(0.6)
        else lexicon.phrase(g, 1, 2)
    )
    form = g.pick(
        [
            "a submit button {q}",
            "a {v} button",
            "button {q}",
            "a button saying {q}",
            "submit text {q}",
        ]
        + [
            "a button labelled {q}",
            "the button {q}",
            "a {q} button",
            "a button {q}",
            "submit button: {v}",
        ]
        + ["the button text {q}", "a button that says {v}", "a submit button with the text {q}"]
    )
    details.append(form.format(v=value, q=quoted(g, value)))
    return value


def _choose_fields(g: Gen, spec: FormSpec, details: list[str]) -> tuple[str, list[Field]]:
    """Fields of the form, and words to put after the noun; may append to ``details``."""
    make: Callable[[str], Field] = partial(Field, new_password=spec.new_password)
    usual = [make(name) for name in spec.fields]
    style = g.rng.random()
    if style < (0.12 if spec.name == "generic" else 0.4) or spec.search:
        return "", usual
    if style < 0.47 and spec.name == "generic" and g.chance(0.3):
        n = g.rng.randint(1, 6)
        details.append(
            count(g, n, g.pick(["field", "input", "input field"]), g.pick(["fields", "inputs"]))
        )
        return "", [make(name) for name in COUNTED_FIELDS[:n]]
    labels = field_labels(g, spec)
    if style < (0.62 if spec.name == "generic" else 0.58):
        clause = " " + g.pick(CLAUSES).format(listing(g, [g.given(v) for v in labels]))
        if g.chance(0.15) and len(labels) < 5:
            words, extra = g.pick(_TERMS)
            return f"{clause} {words}", [make(v) for v in [*labels, extra]]
        return clause, [make(v) for v in labels]
    if style < 0.75:
        typed = [typed_field(g, v) for v in labels[:3]]
        said = [w for _, w in typed]
        last = g.pick([", ", " and ", ", and ", ", "])
        details.append(", ".join(said[:-1]) + last + said[-1] if len(said) > 1 else said[0])
        return "", [field for field, _ in typed]
    name = g.pick(["fields", "fields", "inputs", "input fields", "form fields", "labels"])
    details.append(items(g, name, labels))
    return "", [make(v) for v in labels]


def _extras(g: Gen, spec: FormSpec, details: list[str]) -> str:
    """Links and buttons below the submit button that the request asks for."""
    after = ""
    if spec.links and g.chance(0.15):
        caption, path = g.pick(spec.links)
        words = caption.rstrip("?").lower()
        details.append(g.pick(["a {} link", "a link {}", "{} link"]).format(words))
        after = h("a", {"href": path}, label(caption))
    elif not spec.search and g.chance(0.06):
        form, caption, type_ = g.pick(
            [("a {} button", "Cancel", "button"), ("a {} button", "Reset", "reset")]
            + [("{} button", "Reset", "reset"), ("{} and submit buttons", "Cancel", "button")]
        )
        details.append(form.format(caption.lower()))
        after = button_html(g, caption, type_, "secondary")
    return after


def _target(g: Gen, details: list[str]) -> Attrs:
    """Given action and method."""
    if not g.chance(0.06):
        return {}
    path = g.given(lexicon.url(g))
    method = g.pick(["post", "post", "get"])
    details.append(
        g.pick(
            ["action {p}", "the action {p}", 'action="{p}"', "action {p} and method {m}"]
        ).format(p=path, m=method)
        if method == "post"
        else g.pick(["method {m} and action {p}", "method get to {p}"]).format(m=method, p=path)
    )
    return {"action": path, "method": method}


def build_form(g: Gen, spec: FormSpec) -> Piece:
    """A form of one kind, in the language of request and page."""
    lang = content_lang(g, [code for code, forms in TRANSLATED.items() if spec.name in forms])
    if lang != "en":
        return _translated(g, spec, lang)
    details: list[str] = []
    name = noun(g, spec.nouns)
    clause, fields = _choose_fields(g, spec, details)
    title = ""
    if g.chance(0.12):
        title = g.pick(FORM_TITLES) if g.chance(0.5) else lexicon.phrase(g, 1, 3)
        details.append(titled(g, title))
    button = spec.button
    if g.chance(0.2):
        button = button_detail(g, details)
    elif g.chance(0.1):
        details.append(
            g.pick(["a submit button", "submit button", "a button", "a button to submit"])
        )
    if g.chance(0.06):
        details.append(g.pick(["all fields required", "required fields", "every field required"]))
        fields = [_required(field) for field in fields]
    elif g.chance(0.04):
        details.append(
            g.pick(["placeholders", "placeholder texts", "placeholder text in each field"])
        )
        fields = [_placeholder(field) for field in fields]
    after = _extras(g, spec, details)
    attrs = root_attrs(g, details, bootstrap="d-flex" if spec.search else "")
    attrs.update(_target(g, details))
    if spec.search:
        html = search_html(g, fields[0].label, button, attrs, title, fields[0].placeholder)
        return Piece(name, html, details)
    return Piece(name + clause, form_html(g, fields, button, attrs, title, after), details)


def _required(field: Field) -> Field:
    return Field(field.label, field.type, field.options, True, "", field.new_password)


def _placeholder(field: Field) -> Field:
    if field.control().type not in (
        "text",
        "email",
        "password",
        "tel",
        "url",
        "search",
        "textarea",
    ):
        return field
    return Field(
        field.label, field.type, field.options, False, cap(field.label), field.new_password
    )


def _translated(g: Gen, spec: FormSpec, lang: str) -> Piece:
    nouns, fields, button, pool = TRANSLATED[lang][spec.name]
    details: list[str] = []
    labels = fields.split("|")
    if not spec.search and g.chance(0.5):
        more = g.sample(pool.split("|"), g.rng.randint(1, 3))
        labels = unique(lexicon.vary_case(g, labels[: g.rng.randint(1, 3)] + more))
        given = items(g, "", labels)
        details.append(g.pick(_FIELDS[g.lang]).format(given) if g.lang in _FIELDS else given)
    if g.chance(0.15):
        button = g.given(lexicon.phrase(g, 1, 2) if g.chance(0.5) else button)
        details.append(f"{'button' if g.lang == 'en' else 'Button'} {quoted(g, button)}")
    attrs = root_attrs(g, details, bootstrap="d-flex" if spec.search else "")
    made = [Field(name, new_password=spec.new_password) for name in labels]
    name = g.pick(spec.nouns) if g.lang == "en" else foreign(g, g.pick(nouns.split("|")))
    if spec.search:
        return Piece(name, search_html(g, labels[0], button, attrs), details)
    return Piece(name, form_html(g, made, button, attrs), details)


def register(specs: Sequence[FormSpec]) -> None:
    """Register one kind per form."""
    for spec in specs:
        kind(f"form_{spec.name}", weight=spec.weight, nests=True)(partial(build_form, spec=spec))


register(SPECS)

"""Single fields, choices, groups of fields and surveys."""

from __future__ import annotations

from dataclasses import replace

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.field_words import (
    HINTS,
    LABELS,
    options,
)
from tagwright_training.corpus.gen import Gen, Piece, cap, h, kind, slug
from tagwright_training.corpus.kinds_shared import (
    english,
    label,
    noun,
    root_attrs,
)
from tagwright_training.corpus.parts_forms import (
    Field,
    autocompleted,
    button_html,
    datalist_html,
    field_html,
    fieldset_html,
    form_html,
)
from tagwright_training.corpus.phrasing import count, items, quoted, titled
from tagwright_training.corpus.site_words import amount

# (nouns, type, usual label); the label is what a request without one gets
_INPUTS: tuple[tuple[str, str, str], ...] = (
    (
        "text input|text field|input|textbox|input field|text box|"
        "single-line input|form field|input box|<input>",
        "text",
        "Name",
    ),
    (
        "email input|email field|e-mail field|email address input|"
        "input for an email|field for an email address|Email address input",
        "email",
        "Email",
    ),
    (
        "password input|password field|password box|field for the password|password entry",
        "password",
        "Password",
    ),
    (
        "phone input|phone field|phone number field|telephone input|tel input|"
        "field for a phone number",
        "tel",
        "Phone",
    ),
    (
        "number input|number field|numeric input|quantity input|quantity field|"
        "quantity selector|spinner for a number",
        "number",
        "Quantity",
    ),
    (
        "date picker|date input|date field|datepicker|date selector|"
        "field to pick a date|calendar input",
        "date",
        "Date",
    ),
    ("time picker|time input|time field|field for the time|time picker input", "time", "Time"),
    (
        "datetime input|date and time picker|datetime-local input|date-time field",
        "datetime-local",
        "Date and time",
    ),
    ("month picker|month input|month field", "month", "Month"),
    ("week picker|week input", "week", "Week"),
    ("color picker|colour picker|color input|color field|color chooser", "color", "Color"),
    ("url input|URL field|website field|link input|web address field", "url", "Website"),
    (
        "file input|file upload field|file chooser|upload field|file picker|attachment field",
        "file",
        "File",
    ),
    ("slider|range slider|range input|range|volume slider|range field", "range", "Value"),
    (
        "textarea|text area|multi-line text field|message field|multiline input|big text field",
        "textarea",
        "Message",
    ),
    (
        "checkbox|check box|tick box|single checkbox|checkbox field|checkbox input|tickbox",
        "checkbox",
        "I agree",
    ),
    (
        "switch|toggle|toggle switch|on/off switch|switch toggle|toggle control",
        "switch",
        "Notifications",
    ),
    ("search input|search field input|input of type search", "search", "Search"),
)
_LABEL_FORMS = [
    "label {q}",
    "the label {q}",
    "labelled {q}",
    "a label {q}",
    "labeled {v}",
    "label: {v}",
] + ["the label {v}", "label text {q}", "{q} as label"]


@kind("field", weight=4, nests=True)
def field(g: Gen) -> Piece:
    """One labelled control."""
    english(g)
    nouns, type_, usual = g.pick(_INPUTS)
    name = noun(g, nouns.split("|"), purpose=0)
    details: list[str] = []
    words = usual
    if g.chance(0.6):
        words = (
            lexicon.vary_case(g, [g.pick(LABELS)])[0] if g.chance(0.4) else lexicon.phrase(g, 1, 2)
        )
        g.given(words)
        if g.chance(0.4):
            link = g.pick(["for", "for", "for the", "called", "named", "to enter the"])
            name = f"{name} {link} {words}"
            if g.chance(0.2):
                name = f"{words} {g.pick(nouns.split('|'))}"
        else:
            details.append(g.pick(_LABEL_FORMS).format(v=words, q=quoted(g, words)))
    made = Field(words, type_, new_password=False)
    extra: dict[str, str | bool] = {}
    if type_ in ("number", "range") and g.chance(0.5):
        low, high = g.rng.choice(["0", "1", "10", "5"]), lexicon.integer(g, 11, 500)
        details.append(
            g.pick(
                [
                    "a range from {l} to {h}",
                    "values from {l} to {h}",
                    "min {l} and max {h}",
                    "{l} to {h}",
                    "min={l} max={h}",
                    "{l}-{h}",
                ]
            ).format(l=g.given(low), h=g.given(high))
        )
        extra.update({"min": low, "max": high})
        if g.chance(0.3):
            step = g.given(g.pick(["5", "2", "0.1", "0.5", "10"]))
            details.append(g.pick(["step {}", "a step of {}", "steps of {}"]).format(step))
            extra["step"] = step
    if type_ in ("text", "email", "tel", "url", "password", "textarea", "search") and g.chance(
        0.25
    ):
        value = g.given(lexicon.phrase(g, 1, 3))
        details.append(
            g.pick(
                [
                    "placeholder {q}",
                    "the placeholder {q}",
                    'placeholder="{v}"',
                    "a placeholder saying {q}",
                    "{q} as placeholder",
                    "placeholder text {v}",
                ]
            ).format(v=value, q=quoted(g, value))
        )
        made = replace(made, placeholder=value)
    if type_ == "textarea" and g.chance(0.25):
        n = g.rng.randint(2, 12)
        details.append(g.pick(["{} rows", "rows={}", "{} lines"]).format(g.given(str(n))))
        extra["rows"] = str(n)
    if type_ == "file" and g.chance(0.4):
        words_, accept = g.pick(
            [
                ("accepting images only", "image/*"),
                ("for images", "image/*"),
                ("accepting .pdf", ".pdf"),
                ("for PDF files", ".pdf"),
                ("accepting only .csv", ".csv"),
            ]
        )
        name = f"{name} {words_}"
        extra["accept"] = accept
    if type_ == "file" and g.chance(0.15):
        details.append(g.pick(["multiple", "multiple files", "several files allowed"]))
        extra["multiple"] = True
    if g.chance(0.12):
        word = g.pick(["required", "required", "disabled", "mandatory"])
        name = f"{word} {name}"
        made = replace(made, required=word != "disabled")
        if word == "disabled":
            extra["disabled"] = True
    if type_ in ("checkbox", "switch") and g.chance(0.2):
        name = f"{g.pick(['checked', 'pre-checked', 'ticked'])} {name}"
        extra["checked"] = True
    if type_ not in ("checkbox", "switch") and g.chance(0.1):
        hint = g.given(g.pick(HINTS) if g.chance(0.5) else lexicon.phrase(g, 2, 4))
        details.append(
            g.pick(
                [
                    "hint {q}",
                    "help text {q}",
                    "the hint {q}",
                    "a help text {q}",
                    "a hint saying {q}",
                ]
            ).format(q=quoted(g, hint))
        )
        made = replace(made, hint=hint)
    made = replace(made, extra=tuple(extra.items()))
    made = autocompleted(made)
    return Piece(name, field_html(g, made), details)


@kind("field_select", weight=2, nests=True)
def field_select(g: Gen) -> Piece:
    """A select with given options."""
    english(g)
    name = noun(
        g,
        "select|dropdown|drop-down|select box|dropdown list|select menu|"
        "drop-down menu|combo box|select element|<select>|option list|select field".split("|"),
        purpose=0,
    )
    return _choice(g, name, "select", "Option")


@kind("field_radio", weight=2, nests=True)
def field_radio(g: Gen) -> Piece:
    """A group of radio buttons with given options."""
    english(g)
    name = noun(
        g,
        "radio group|radio buttons|radio button group|radios|"
        "group of radio buttons|radio button list|radio options|"
        "set of radio buttons|single choice".split("|"),
        purpose=0,
    )
    return _choice(g, name, "radio", "Choose an option")


@kind("field_checks", weight=1.5, nests=True)
def field_checks(g: Gen) -> Piece:
    """A group of checkboxes with given options."""
    english(g)
    name = noun(
        g,
        "checkbox group|checkboxes|checkbox list|group of checkboxes|"
        "list of checkboxes|multiple choice|set of checkboxes|tick boxes|"
        "check boxes|multi-select checkboxes".split("|"),
        purpose=0,
    )
    return _choice(g, name, "checkboxes", "Choose all that apply")


def _choice(g: Gen, name: str, type_: str, usual: str) -> Piece:
    details: list[str] = []
    words = usual
    known = g.pick(
        [
            "size",
            "color",
            "plan",
            "payment method",
            "country",
            "gender",
            "priority",
            "language",
            "Delivery",
            "Topic",
            "Interests",
            "favorite pet",
            "Toppings",
            "department",
        ]
    )
    if g.chance(0.6):
        words = g.given(known if g.chance(0.5) else lexicon.phrase(g, 1, 2))
        style = g.rng.random()
        if style < 0.4:
            link = g.pick(["for", "for", "to choose a", "for the", "to pick the", "called"])
            name = f"{name} {link} {words}"
        elif style < 0.6:
            name = f"{words} {name}"
        else:
            details.append(g.pick(_LABEL_FORMS).format(v=words, q=quoted(g, words)))
    if g.chance(0.8):
        values = options(g) if g.chance(0.7) else lexicon.phrases(g, amount(g, 1, 8), 1, 2)
        detail = items(g, g.pick(["options", "options", "choices", "values", "items"]), values)
    else:
        n = amount(g, 1, 8)
        values = [f"Option {i + 1}" for i in range(n)]
        detail = count(g, n, g.pick(["option", "choice"]), g.pick(["options", "choices"]))
        if g.chance(0.3):
            values, detail = ["Option 1", "Option 2", "Option 3"], ""
    if detail:
        details.insert(g.rng.randint(0, len(details)), detail)
    extra: tuple[tuple[str, str | bool], ...] = ()
    if type_ == "select" and g.chance(0.08):
        name = f"{g.pick(['multiple', 'multi'])} {name}"
        extra = (("multiple", True),)
    elif type_ == "select" and g.chance(0.06):
        name = f"required {name}"
        extra = (("required", True),)
    return Piece(name, field_html(g, Field(words, type_, tuple(values), extra=extra)), details)


@kind("field_datalist", weight=0.6, nests=True)
def field_datalist(g: Gen) -> Piece:
    """An input with given suggestions."""
    english(g)
    name = noun(
        g,
        "datalist|input with suggestions|autocomplete input|autocomplete field|"
        "input with datalist|text field with suggestions|typeahead|"
        "combobox with suggestions".split("|"),
        purpose=0,
    )
    details: list[str] = []
    words = "Search"
    if g.chance(0.7):
        words = g.given(lexicon.phrase(g, 1, 2))
        if g.chance(0.5):
            name = f"{name} for {words}"
        else:
            details.append(g.pick(_LABEL_FORMS).format(v=words, q=quoted(g, words)))
    values = ["Option 1", "Option 2", "Option 3"]
    if g.chance(0.8):
        values = options(g)
        details.append(items(g, g.pick(["options", "suggestions", "values"]), values))
    return Piece(name, datalist_html(g, words, values), details)


@kind("option_items", weight=0.5)
def option_items(g: Gen) -> Piece:
    """Inside a select: options alone."""
    english(g)
    g.context = replace(g.context, parent="select")
    values = options(g)
    name = g.pick(["options", "option elements", "more options", "choices", "select options"])
    html = "".join(h("option", {"value": slug(v)}, label(v)) for v in values)
    return Piece(name, html, [items(g, "", values)])


@kind("fieldset", weight=1.2, nests=True)
def fieldset(g: Gen) -> Piece:
    """Named groups of fields, alone or in a form."""
    english(g)
    n = g.pick([1, 1, 2, 2, 2])
    legends = lexicon.phrases(g, n, 1, 2)
    if g.chance(0.5):
        legends = lexicon.vary_case(
            g,
            g.sample(
                "Personal details|Address|Contact|Payment|Account|Shipping|"
                "Preferences|Company|Billing|Travel|Guest|Health".split("|"),
                n,
            ),
        )
    bank = (
        "Name|Email|Phone|City|Street|Country|Card number|Age|Notes|Username|Password|"
        "Company|Website|Postal code|Date"
    ).split("|")
    groups: list[tuple[str, list[str]]] = []
    used: list[str] = []
    for legend in legends:
        labels = lexicon.vary_case(
            g, g.sample([b for b in bank if b not in used], g.pick([1, 2, 2, 3]))
        )
        used += [cap(v) for v in labels]
        groups.append((g.given(legend), [g.given(v) for v in labels]))
    form = g.pick(
        [
            "{a} ({b})",
            "{a} ({b})",
            "{a}: {b}",
            "{a} with {b}",
            "{a} containing {b}",
            '"{a}" with {b}',
        ]
    )
    outer = g.pick([", ", " and ", "; "]) if "(" in form else g.pick(["; ", "\n", "; "])
    said = outer.join(form.format(a=a, b=", ".join(b)) for a, b in groups)
    in_form = n > 1 or g.chance(0.4)
    lead = (
        g.pick(["the fieldsets {}", "the groups {}", "fieldsets {}", "sections {}", "{}"])
        if n > 1
        else g.pick(["the fieldset {}", "a fieldset {}", "the group {}"])
    )
    details = [lead.format(said)]
    if in_form:
        name = noun(
            g,
            "form|grouped form|form with groups|multi-section form|form with fieldsets".split("|"),
        )
    else:
        name = noun(
            g, "fieldset|field group|group of fields|fieldset element".split("|"), purpose=0
        )
        details = [said]
    attrs = root_attrs(g, details)
    sets = [fieldset_html(g, a, b, None if in_form else attrs) for a, b in groups]
    if not in_form:
        return Piece(name, "".join(sets), details)
    html = h("form", {**attrs, "method": "post"}, *sets, button_html(g, "Submit"))
    return Piece(name, html, details)


@kind("survey", weight=1, nests=True)
def survey(g: Gen) -> Piece:
    """A form whose questions have radio buttons."""
    english(g)
    name = noun(
        g,
        "survey|poll|questionnaire|quiz|quiz form|survey form|poll form|"
        "voting form|multiple choice quiz|opinion poll".split("|"),
    )
    details: list[str] = []
    question, values = "How satisfied are you?", ["Very satisfied", "Satisfied", "Not satisfied"]
    if g.chance(0.6):
        question = (
            g.pick(
                [
                    "Favorite color?",
                    "Which day suits you?",
                    "Do you like it?",
                    "What do you prefer?",
                    "How did you find us?",
                ]
            )
            if g.chance(0.4)
            else lexicon.phrase(g, 2, 4) + g.pick(["?", "?", ""])
        )
        details.append(titled(g, question, ("question", "question", "title")))
    if details or g.chance(0.4):
        values = options(g)
        details.append(items(g, g.pick(["answers", "options", "choices"]), values))
    button = "Submit" if not any(w in name for w in ("poll", "vot")) else "Vote"
    attrs = root_attrs(g, details)
    html = form_html(g, [Field(question, "radio", tuple(values))], button, attrs)
    return Piece(name, html, details)

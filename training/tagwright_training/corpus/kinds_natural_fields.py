"""Fields and choices, asked for in whole sentences and in developers' notes."""

from __future__ import annotations

from dataclasses import replace

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.field_words import HINTS, LABELS, SUBMIT_WORDS, options
from tagwright_training.corpus.gen import Gen, Piece, h, kind
from tagwright_training.corpus.kinds_shared import english
from tagwright_training.corpus.natural_words import (
    bank,
    buttoned,
    lines,
    root,
    strung,
    who,
    wish,
    with_value,
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
from tagwright_training.corpus.phrasing import listing, number, quoted
from tagwright_training.corpus.site_words import amount

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
        request = with_value(g, [g.pick(_FIELD).replace("{who}", who(g))], words)
    else:
        type_, usual, names = g.pick(_FIELD_TYPES)
        bare = g.chance(0.2)
        form = g.pick(_BARE_FIELD if bare else _TYPED_FIELD)
        form = form.replace("{who}", who(g)).replace("{t}", g.pick(names))
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
    values = options(g) if g.chance(0.7) else lexicon.phrases(g, amount(g, 2, 8), 1, 2)
    known = not g.chance(0.35)
    form = g.pick(forms if known else bare)
    parts = {"n": number(g, len(values)), "who": who(g), "o": strung(g, values, form)}
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
    html = field_html(g, Field(words, type_, tuple(values), extra=extra))
    return wish(g, request.strip(), html, said)


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
    request = form.format(o=strung(g, values, form), who=who(g), **words)
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
    request = g.pick(_SUGGEST).format(v=words, q=quoted(g, words), o=strung(g, values), who=who(g))
    return wish(g, request, datalist_html(g, words, values))

"""What the natural_* kinds share: whole requests put together from sentences people write.

No kinds are registered here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap
from tagwright_training.corpus.kinds_shared import Attrs, heading
from tagwright_training.corpus.phrasing import listing, number, quoted
from tagwright_training.corpus.site_words import TITLES, TOPICS
from tagwright_training.corpus.table_words import CAPTIONS

WHO = (
    "visitors|users|people|customers|guests|members|students|patients|readers|clients|the user|"
    "parents|employees|players|applicants|buyers|my friends|anyone|volunteers|everybody|fans"
).split("|")
# Those that follow "a".
BUSINESSES = tuple(topic for topic in TOPICS if topic[0] not in "aeiou")
_NOISE = (
    "keep it simple|nothing fancy|no styling please|just the markup|only the HTML, no CSS|"
    "make it accessible|use semantic HTML|it should also work on phones|I will style it myself|"
    "it should look clean and modern|that's all|thanks|thank you|no JavaScript needed|"
    "as short as possible|nothing else|for now that is enough|make it easy to use|"
    "the design does not matter yet|must be readable for screen readers|it's for a demo|"
    "it is for a school project|our designer will do the rest|the layout should be responsive|"
    "I need it quickly|we will fill in real data later|clean code please|proper tags please"
).split("|")
_LEADS = (
    "Hi, |hey, |OK, |next: |TODO: |quick one: |so, |now |here: |task: |Hello! |please: |"
    "for the homepage: |for my site: |in the sidebar: |next step: |still missing: |FIXME: |"
    "could you help me? |one more thing: |also: |then: |exercise: |below that: |last part: "
).split("|")
_BOOTSTRAP = (
    "use Bootstrap|with Bootstrap 5|Bootstrap classes please|style it with Bootstrap|"
    "we use Bootstrap 5|it should use Bootstrap|bootstrap|in Bootstrap style|this is Bootstrap 5"
).split("|")
_IDS = (
    "give it the id {v}|the id should be {v}|id={v}|its id is {v}|it needs the id {q}|"
    'set id="{v}"|I will address it as #{v}|id: {v}|use {v} as the id|with the id {v}'
).split("|")
_CLASSES = (
    "give it the class {v}|the class should be {v}|class={v}|add the class {q}|"
    'set class="{v}"|our CSS calls it .{v}|class: {v}|use {v} as its class|with class {v}|'
    "it gets the CSS class {v}"
).split("|")
_TITLES = (
    "headline: {v}|put {q} on top|{q} on top|above it should stand {q}|the heading is {q}|"
    "title = {v}|give it the headline {q}|start with a heading that reads {q}|"
    "with {q} written above|over it the headline {q}|heading: {v}|the title should be {q}|"
    "it is headed {q}|the heading above it says {q}|title it {q}"
).split("|")
_BUTTONS = (
    "the button should read {q}|label the button {q}|the button says {q}|button: {v}|"
    "{q} on the button|call the submit button {q}|it is sent with a {q} button|"
    "button text {q}|at the bottom a button, {q}|on the button it says {q}|"
    "the submit button must be labelled {q}|people send it by clicking {q}|submit = {v}|"
    "it ends with the button {q}|use {q} instead of Submit"
).split("|")


def bank(entries: str) -> list[str]:
    """Templates or words, one a line or between bars."""
    return [entry.strip() for line in entries.split("\n") for entry in line.split("|") if entry]


def lines(entries: str) -> list[str]:
    """Templates, one a line."""
    return [line.strip() for line in entries.strip().split("\n")]


def strung(g: Gen, values: Sequence[str], form: str = "", ordered: bool = False) -> str:
    """The values as people string them together; they count as given.

    form: the template; one line for each value only where they stand at its end.
    """
    values = [g.given(v) for v in values]
    if len(values) < 2 or g.chance(0.6):
        said = listing(g, values)
        return said if "\n" not in said or form.endswith("}") else ", ".join(values)
    shapes = [", ".join(values), "; ".join(values), " / ".join(values), ", ".join(values)]
    if form.endswith("}"):
        shapes += ["\n" + "\n".join(f"{mark} {v}" for v in values) for mark in ("-", "*", "•")]
        shapes += ["\n" + "\n".join(values)]
    if g.lang == "en":
        shapes += [" as well as ".join([", ".join(values[:-1]), values[-1]])]
        shapes += [" & ".join([", ".join(values[:-1]), values[-1]])]
        shapes += [", ".join(quoted(g, v) for v in values)]
    if ordered:
        shapes += [" -> ".join(values), " > ".join(values), ", then ".join(values)]
        shapes += [" → ".join(values), " - ".join(values)]
        if form.endswith("}"):
            shapes += ["\n" + "\n".join(f"{i}. {v}" for i, v in enumerate(values, 1))]
        if g.lang == "en":
            shapes += ["first " + ", then ".join(values[:-1]) + f", finally {values[-1]}"]
            shapes += [", ".join(f"{i}) {v}" for i, v in enumerate(values, 1))]
    return g.pick(shapes)


def soft(g: Gen, value: str) -> str:
    """A given value within a sentence: several words mostly stand in quotes."""
    g.given(value)
    return quoted(g, value) if g.chance(0.6 if " " in value else 0.12) else value


def with_value(g: Gen, forms: Sequence[str], value: str) -> str:
    """One of the forms with a given value: {v} as it is, {q} in quotes."""
    g.given(value)
    form = g.pick(forms)
    if "#{v}" in form:
        g.given(f"#{value}")
    elif ".{v}" in form:
        g.given(f".{value}")
    return form.format(v=value, q=quoted(g, value))


def root(g: Gen, bootstrap: str = "", share: float = 0.08) -> tuple[Attrs, list[str]]:
    """Attributes of the root element as ``root_attrs`` makes them, and sentences asking for it."""
    attrs: Attrs = {}
    said: list[str] = []
    classes = g.cls("", bootstrap) or ""
    if g.chance(share):
        what = g.rng.random()
        if what < 0.6:
            attrs["id"] = lexicon.identifier(g)
            said.append(with_value(g, _IDS, str(attrs["id"])))
        if what > 0.5:
            own = lexicon.identifier(g)
            classes = f"{classes} {own}".strip()
            said.append(with_value(g, _CLASSES, own))
    if classes:
        attrs["class"] = classes
    return attrs, said


def titled(g: Gen, words: Sequence[str], share: float = 0.12) -> tuple[str, list[str]]:
    """A given title, or none, and the sentence asking for it."""
    if not g.chance(share):
        return "", []
    value = g.pick(words) if g.chance(0.5) else lexicon.phrase(g, 1, 3)
    return value, [with_value(g, _TITLES, value)]


def buttoned(g: Gen, words: Sequence[str], usual: str, share: float) -> tuple[str, list[str]]:
    """The words on the button, and the sentence that asks for them if they are given."""
    if not g.chance(share):
        return usual, []
    value = g.pick(words) if g.chance(0.5) else lexicon.phrase(g, 1, 2)
    return value, [with_value(g, _BUTTONS, value)]


def _start(g: Gen, sentence: str) -> str:
    """The sentence with a capital, unless it begins with a given value."""
    if any(sentence.startswith(v) for v in g.copied):
        return sentence
    return sentence[:1].upper() + sentence[1:]


def _joined(g: Gen, request: str, more: str) -> str:
    end = request[-1]
    if end in ".?!":
        return f"{request} {_start(g, more)}"
    joint = g.pick([". ", ". ", ". ", ", ", "; ", "\n", " - "])
    if end in ",:;":
        joint = " "
    return request + joint + (_start(g, more) if joint in (". ", "\n") else more)


def wish(g: Gen, request: str, html: str, said: Sequence[str] = ()) -> Piece:
    """The request with its further sentences, now and then with words that change nothing."""
    for more in said:
        request = _joined(g, request, more)
    if g.lang == "en":
        if g.bootstrap and g.chance(0.2):
            request = _joined(g, request, g.pick(_BOOTSTRAP))
            if g.chance(0.75):
                g.context = replace(g.context, framework="")
        if g.chance(0.1):
            request = _joined(g, request, g.pick(_NOISE))
        if g.chance(0.08) and not any(request.startswith(v) for v in g.copied):
            request = g.pick(_LEADS) + (
                request[0].lower() + request[1:] if request[1:2].islower() else request
            )
    for value in list(g.copied):
        if request.startswith(value) and value != cap(value):
            g.given(value[0].upper() + value[1:])
    return Piece("", html, request=request)


def who(g: Gen) -> str:
    """Those who use the page."""
    return g.pick(WHO)


def heading_above(g: Gen, share: float = 0.1) -> tuple[str, list[str]]:
    """Heading above a list, and the sentence asking for it."""
    title, said = titled(g, TITLES, share)
    return (heading(g, title) if title else ""), said


def listed(g: Gen, forms: Sequence[str], values: Sequence[str], ordered: bool = False) -> str:
    """A request for given items, from one of the forms."""
    form = g.pick(forms)
    return form.format(
        o=strung(g, values, form, ordered),
        n=number(g, len(values)),
        who=g.pick(WHO),
        topic=g.pick(BUSINESSES),
    )


_CAPTION_NOTES = lines(
    """
    caption: {v}
    the caption should be {q}
    it is captioned {q}
    above the table it says {q}
    the table is called {q}
    {q} on top of it
    title it {q}
    headed {q}
    give it the caption {q}
    table caption = {v}
    its title is {q}
    """
)


def captioned(g: Gen, share: float = 0.12) -> tuple[str, list[str]]:
    """Caption of a table in ``share`` of the rows, and the sentence asking for it."""
    if not g.chance(share):
        return "", []
    value = g.pick(CAPTIONS) if g.chance(0.5) else lexicon.phrase(g, 1, 3)
    return value, [with_value(g, _CAPTION_NOTES, value)]

"""What the kind modules share: root ids and classes, nouns with adjectives, languages.

No kinds are registered here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, cap, h, text

Attrs = dict[str, "str | bool | None"]

# Words that people put before any component; plain markup does not change with them.
ADJECTIVES = (
    "simple basic clean modern minimal responsive accessible semantic nice small compact custom "
    "sleek minimalist stylish elegant beautiful professional dark light user-friendly standard "
    "quick short bold colorful fancy mobile-friendly lightweight full-width centered sleek "
    "interactive customizable intuitive dynamic eye-catching rounded animated subtle reusable "
    "minimalistic well-structured straightforward generic typical example neat tidy pretty plain"
).split()
PURPOSES = (
    "my website|my site|my portfolio|our shop|a bakery|a coffee shop|a restaurant|a gym|a blog|"
    "a photographer|a yoga studio|a small business|our customers|the homepage|the admin panel|"
    "a travel agency|a law firm|a book store|a school|a startup|a SaaS product|an online store|"
    "a hotel|a music band|a dentist|a flower shop|the start page|a conference|a charity|"
    "a real estate agency|a pet store|a fitness app|an online course|our team|a bike shop"
).split("|")

# Looks and behaviour: left to the style sheet and scripts.
_LOOKS = (
    "rounded corners|a subtle shadow|a blue background|a hover effect|a gradient background|"
    "smooth animations|a clean layout|a dark theme|nice spacing|large text|a border|soft colors|"
    "a white background|a modern look|bold typography|a minimal design|a glossy look|icons"
).split("|")
_TAILS = ("component", "component", "example", "markup", "html", "widget", "block", "snippet")
# Openings of requests in other languages, before a noun without article.
_FOREIGN_OPENINGS = {
    "de": ("erstelle ", "bitte ", "ich brauche ", "HTML für ", "füge hinzu: ", "hier "),
    "fr": ("créer ", "ajoute ", "je veux ", "HTML pour ", "génère ", "il faut "),
    "es": ("crear ", "añade ", "necesito ", "HTML para ", "hazme ", "quiero "),
    "it": ("crea ", "aggiungi ", "vorrei ", "HTML per ", "fammi ", "mi serve "),
    "pt": ("crie ", "adicione ", "preciso de ", "HTML para ", "quero ", "faça "),
    "nl": ("maak ", "ik wil ", "HTML voor ", "graag ", "voeg toe: ", "ik heb nodig: "),
}

_ID_FORMS = [
    "id {v}",
    "the id {v}",
    'id="{v}"',
    "id '{v}'",
    'the id "{v}"',
    "an id of {v}",
    "id: {v}",
] + ["#{v}", "id #{v}", "id={v}", "{v} as id", "ID {v}", 'its id set to "{v}"']
_CLASS_FORMS = (
    ["class {v}", "the class {v}", 'class="{v}"', "class '{v}'", 'the class "{v}"', "class: {v}"]
    + [
        ".{v}",
        "the CSS class {v}",
        "a class of {v}",
        "class={v}",
        "class name {v}",
        "css class {v}",
    ]
    + ["{v} as class"]
)


def english(g: Gen) -> None:
    """Make the row English: for kinds without a translation."""
    g.lang = "en"
    if g.context.lang != "en":
        g.context = replace(g.context, lang="en")


def content_lang(g: Gen, available: Collection[str]) -> str:
    """Choose the languages of the request and the page; return the language of the content.

    The content is in the request's language, or, below an English request, in the page's.
    """
    lang = g.lang
    if lang == "en" or lang not in available:
        english(g)
        return "en"
    style = g.rng.random()
    if style < 0.3:
        g.lang = "en"
    elif style < 0.6:
        g.context = replace(g.context, lang="en")
    return lang


def given_id(g: Gen, details: list[str]) -> str:
    value = g.given(lexicon.identifier(g))
    form = g.pick(_ID_FORMS if g.lang == "en" else ["id {v}", 'id="{v}"', "#{v}"])
    if "#{v}" in form:
        g.given(f"#{value}")  # the word as it stands in the prompt
    details.append(form.format(v=value))
    return value


def given_class(g: Gen, details: list[str]) -> str:
    value = g.given(lexicon.identifier(g))
    form = g.pick(_CLASS_FORMS if g.lang == "en" else ["class {v}", 'class="{v}"', ".{v}"])
    if ".{v}" in form:
        g.given(f".{value}")
    details.append(form.format(v=value))
    return value


def root_attrs(
    g: Gen, details: list[str], bootstrap: str = "", share: float = 0.12, plain: str = ""
) -> Attrs:
    """Id and class of a component's root element, in this order.

    In ``share`` of the rows the request gives an id and/or a class; a detail that says so is
    appended to ``details`` then. ``bootstrap``: classes on a Bootstrap page; a given class follows.
    """
    attrs: Attrs = {}
    classes = g.cls(plain, bootstrap) or ""
    if g.chance(share):
        what = g.rng.random()
        if what < 0.6:
            attrs["id"] = given_id(g, details)
        if what > 0.45:
            classes = f"{classes} {given_class(g, details)}".strip()
    if classes:
        attrs["class"] = classes
    return attrs


def noun(g: Gen, nouns: Sequence[str], purpose: float = 0.12, adjective: float = 0.2) -> str:
    """One of the nouns, now and then with adjectives before and a purpose after it."""
    out = g.pick(nouns)
    if g.lang != "en":
        return foreign(g, out)
    if g.chance(0.03):
        out = f"{out} {g.pick(_TAILS)}"
    if g.chance(adjective):
        out = f"{g.pick(ADJECTIVES)} {out}"
        if g.chance(0.15):
            out = f"{g.pick(ADJECTIVES)}, {out}" if g.chance(0.5) else f"{g.pick(ADJECTIVES)} {out}"
    if g.chance(purpose):
        out = f"{out} for {g.pick(PURPOSES)}"
    if g.chance(0.03):
        out = f"{out} with {g.pick(_LOOKS)}"
    return out


def foreign(g: Gen, noun_: str) -> str:
    """A noun of another language, now and then with an opening in that language."""
    openings = _FOREIGN_OPENINGS.get(g.lang)
    return g.pick(openings) + noun_ if openings and g.chance(0.3) else noun_


def label(value: str) -> str:
    """Text of a label, item, heading or cell: escaped, first letter capital but in addresses."""
    return text(value if "@" in value or "/" in value else cap(value))


def heading(g: Gen, value: str, below: int = 0, cls: str | None = None) -> str:
    """Heading element at the page's next level."""
    return h(g.hn(below), {"class": cls}, label(value))


def unique(values: Sequence[str]) -> list[str]:
    """The values without repeats (by lower case), in order."""
    seen: set[str] = set()
    out: list[str] = []
    for value in values:
        if value.lower() not in seen:
            seen.add(value.lower())
            out.append(value)
    return out

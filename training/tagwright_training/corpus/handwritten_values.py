"""Other values of the same type for the marked values of hand-written pairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tagwright_training.corpus import handwritten_numbers, lexicon
from tagwright_training.corpus.field_words import BUTTON_WORDS, FORM_TITLES
from tagwright_training.corpus.gen import Gen, cap, slug
from tagwright_training.corpus.natural_words import bank
from tagwright_training.corpus.part_words import ASKED, QUESTIONS
from tagwright_training.corpus.semantics import TEXT, control_for
from tagwright_training.corpus.site_words import (
    ACTIONS,
    ARTICLES,
    BRANDS,
    HEADLINES,
    PAGES,
    SENTENCES,
    TEXTS,
    TITLES,
)
from tagwright_training.corpus.table_words import CAPTIONS, COLUMNS

_FIRST = (
    "Ana Ben Carla Dario Elif Femi Greta Hugo Ines Jonas Kaia Leon Mara Nils Oona Paul Quinn Rosa "
    "Sven Tara Ugo Vera Wim Xenia Yara Zoe Amir Bea Cem Dana Emil Freya Ivo Jana Kofi Lena Mateo"
).split()
_LAST = (
    "Adler Brandt Costa Dietz Engel Ferrari Gomez Hughes Ibsen Jansen Keller Lindt Moreau Nowak "
    "Okafor Pereira Quist Romano Schulz Tamm Ueda Vargas Weber Yilmaz Zeller Park Singh Murphy"
).split()
_TITLES = ("Dr", "Dr.", "Prof.", "Mr", "Ms", "Mrs", "Frau", "Herr", "Chef", "Captain")
_COMPANY_ENDS = ("GmbH", "Ltd", "Inc", "& Sons", "Group", "Studio", "Works", "Labs", "AG", "Bros")
_LABELS = bank(
    "Nickname|Team name|Favourite dish|Course|Order number|Reason|Motto|Shoe size|Seat|Membership|"
    "Topic|Workshop|Project|Allergies|Instrument|Level|Room|Pet's name|Reference|Colour|Player|"
    "Department|Hobby|Voucher|Song|Badge|Table|Machine|Material|Plot|Locker|Licence plate|Crew"
)
_THINGS = bank(
    "Walking tours|Oil change|Tomato soup|Night shift|Garden tools|Sourdough|Piano lessons|Bikes|"
    "Free delivery|Ceramics|City maps|Day tickets|Green tea|Wool socks|Board games|Repairs|Lemons|"
    "Field notes|Swimming|Winter tyres|Rye bread|Choir|Old prints|Basic|Family|Studio|Starter|"
    "Sunday brunch|Cold drinks|Guest rooms|Photo prints|Seedlings|Sea view|Vinyl|Yoga mats"
)
_ASKED = bank(
    "How early should I arrive?|Can I pay by card?|Do you take groups?|What should I bring?|"
    "Is the water safe to drink?|Who may join?|How long does a lesson take?|Where do I park?|"
    "Can I change my booking?|Do you repair old models?|Which size fits me?|Are children welcome?"
)
_SAID = bank(
    "The kitchen closes at nine.|Dogs are welcome in the garden.|Bring a warm jacket.|"
    "All courses start on Monday.|Seats are limited, so book early.|Tickets are sold at the door.|"
    "We repair what others throw away.|Each piece is made by hand.|The museum is closed today.|"
    "Your order is on its way.|New members get one class for free.|Parking is behind the house."
)
_LONG = (
    "Our {} is ready for you.|We closed the {} for repairs.|Nothing beats a {} in spring.|"
    "Ask us about the {}.|The {} opens again in May.|Come and see the new {}.|"
    "Every {} comes with a guarantee.|You can return the {} within 30 days."
).split("|")
TYPES: tuple[str, ...] = tuple(
    "word name title label person city company date time price number email phone url image "
    "sentence question id class keep".split()
)
# Types whose values are addresses or names for machines: written exactly as they are given.
EXACT = frozenset("email url image id class".split())


def invent(g: Gen, kind: str, original: str, place: str = "") -> str:
    """Another value of the type. place: the element that the value stands in."""
    made = _TYPED[kind](g, original) if kind in _TYPED else _worded(g, kind, original, place)
    # a label that says what its control is would need another control
    while place == "label" and control_for(made) != TEXT:
        made = g.pick(_LABELS) if g.chance(0.5) else lexicon.phrase(g, 1, 2)
    return made


def _cased(g: Gen, original: str, value: str) -> str:
    """Mostly with a capital where the original has one."""
    if original != original.lower():
        return cap(value) if g.chance(0.75) else value
    return value.lower() if g.chance(0.75) and value[1:] == value[1:].lower() else value


def _phrase(g: Gen, words: int) -> str:
    """A made-up phrase of about so many words, five at most."""
    words = min(words, 4)
    return lexicon.phrases(g, 1, max(1, words - 1), words + 1)[0]


def _worded(g: Gen, kind: str, original: str, place: str) -> str:
    """Made-up words half of the time, else what people really write in such a place."""
    words = len(original.split())
    if g.chance(0.5):
        return _cased(g, original, _phrase(g, words))
    if g.context.lang != "en" or place == "column":
        return original  # the banks are English, and cells fit their column
    places: dict[str, Sequence[str]] = {
        "label": _LABELS,
        "th": COLUMNS,
        "a": (*PAGES, *ACTIONS) if words < 3 else ACTIONS,
        "button": (*ACTIONS, *BUTTON_WORDS),
        "h1": HEADLINES,
        "caption": CAPTIONS,
    }
    kinds: dict[str, Sequence[str]] = {
        "word": lexicon.WORDS,
        "name": BRANDS,
        "title": (*TITLES, *HEADLINES, *CAPTIONS, *ARTICLES, *FORM_TITLES),
    }
    own = kinds.get(kind, _THINGS)
    return _cased(g, original, g.pick(places.get(place, own) if kind == "label" else own))


def _person(g: Gen, original: str) -> str:
    words = original.split()
    title = words[0] in _TITLES
    if title and len(words) == 2:
        return f"{words[0]} {g.pick(_LAST)}"
    name = g.pick(_FIRST) if g.chance(0.6) else cap(lexicon.pseudo_word(g))
    if len(words) - title > 1:
        if g.chance(0.25) and not title:
            return g.pick(lexicon.PEOPLE)
        name += f" {g.pick(_LAST) if g.chance(0.6) else cap(lexicon.pseudo_word(g))}"
    if original == original.lower():
        name = name.lower()
    return f"{words[0]} {name}" if title else name


def _city(g: Gen, original: str) -> str:
    made = g.pick(lexicon.CITIES) if g.chance(0.8) else cap(lexicon.pseudo_word(g))
    return made.lower() if original == original.lower() else made


def _company(g: Gen, original: str) -> str:
    if g.chance(0.35):
        return g.pick(BRANDS)
    made = " ".join(cap(lexicon.word(g)) for _ in range(g.pick([1, 1, 2])))
    return f"{made} {g.pick(_COMPANY_ENDS)}" if g.chance(0.4) else made


def _email(g: Gen, original: str) -> str:
    host = f"{g.pick(lexicon.WORDS) if g.chance(0.6) else lexicon.pseudo_word(g)}"
    user = g.pick(["info", "hello", "team", "office", g.pick(_FIRST).lower(), lexicon.word(g)])
    if g.chance(0.25):
        user = f"{g.pick(_FIRST)}.{slug(g.pick(_LAST))}".lower()
    return f"{user}@{host}.{g.pick(['com', 'org', 'example', 'net', 'de', 'io', 'co.uk'])}"


def _url(g: Gen, original: str) -> str:
    path = "-".join(lexicon.word(g) for _ in range(g.pick([1, 1, 2])))
    if original.startswith("#"):
        return f"#{path}"
    ending = re.search(r"\.\w{2,4}$", original)
    if original.startswith("/"):
        deep = f"{g.pick(lexicon.WORDS)}/" if original.count("/") > 1 else ""
        return f"/{deep}{path}{ending[0] if ending else ''}"
    scheme = re.match(r"[a-z]+://(www\.)?", original)
    host = f"{lexicon.word(g)}.{g.pick(['com', 'org', 'example', 'net', 'io'])}"
    rest = original[scheme.end() :] if scheme else original
    tail = f"/{path}" if "/" in rest.rstrip("/") else ""
    if not scheme and not tail and ending and ending[0] in (".html", ".pdf", ".php", ".zip"):
        return f"{path}{ending[0]}"
    return f"{scheme[0] if scheme else ''}{host}{tail}"


def _image(g: Gen, original: str) -> str:
    folder = original[: original.rfind("/") + 1]
    if g.chance(0.3):
        folder = g.pick(["", "images/", "img/", "/assets/"])
    ending = original[original.rfind(".") :] if g.chance(0.5) and "." in original else ""
    return f"{folder}{lexicon.identifier(g)}{ending or '.' + g.pick(['jpg', 'png', 'webp'])}"


def _sentence(g: Gen, original: str) -> str:
    if g.context.lang != "en" and g.chance(0.7):
        return original
    if g.chance(0.4):
        made = g.pick(_LONG).format(" ".join(lexicon.word(g) for _ in range(g.pick([1, 1, 2]))))
    else:
        made = g.pick((*_SAID, *TEXTS, *SENTENCES))
    if original[-1] not in ".!?":
        made = made.rstrip(".!")
    return made.lower() if original == original.lower() else made


def _question(g: Gen, original: str) -> str:
    if g.context.lang != "en" and g.chance(0.7):
        return original
    if g.chance(0.3):
        made = g.pick(
            ["What is a {}?", "Do you sell {}?", "Where can I find the {}?", "Why {}?"]
        ).format(lexicon.word(g))
    else:
        made = g.pick((*_ASKED, *ASKED, *QUESTIONS))
    made = made if original.endswith("?") else made.rstrip("?")
    return made.lower() if original == original.lower() else made


def _identifier(g: Gen, original: str) -> str:
    mark = original[:1] if original[:1] in "#." else ""
    return mark + lexicon.identifier(g)


_TYPED: dict[str, Callable[[Gen, str], str]] = {
    "person": _person,
    "city": _city,
    "company": _company,
    "date": handwritten_numbers.date,
    "time": handwritten_numbers.time,
    "price": handwritten_numbers.price,
    "number": handwritten_numbers.number,
    "email": _email,
    "phone": handwritten_numbers.phone,
    "url": _url,
    "image": _image,
    "sentence": _sentence,
    "question": _question,
    "id": _identifier,
    "class": _identifier,
}

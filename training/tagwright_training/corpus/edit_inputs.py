"""Small pieces of markup, as people select them to have them changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.field_words import LABELS
from tagwright_training.corpus.gen import Gen, cap, h, slug, text
from tagwright_training.corpus.list_words import LIST_TOPICS
from tagwright_training.corpus.parts_forms import Field, field_html
from tagwright_training.corpus.site_words import ACTIONS, HEADLINES, PAGES, SENTENCES, TITLES

_FIELDS = ("Name", "Email", "Phone", "Message", "Password", "Address", "City", "Company", "Subject")
_COLUMNS = "Name Price City Role Email Date Status Amount Age Country Team Phone".split()
_SUBMIT = ("Send", "Submit", "Save", "Sign up", "Log in", "Register", "Subscribe")
_CLASSES = "item link card box list menu nav title lead text main wide active field row".split()


def labels(g: Gen, n: int) -> list[str]:
    """Names of items, no two equal: mostly those of one subject, else words never seen."""
    style = g.rng.random()
    if style < 0.15:
        return [cap(value) for value in lexicon.phrases(g, n, 1, 2)]
    if style < 0.6:
        return [cap(value) for value in g.sample(PAGES, n)]
    if style < 0.7:
        return g.sample([*lexicon.PEOPLE, *lexicon.CITIES], n)
    bank = g.pick([bank for _, bank, _ in LIST_TOPICS if len(bank) >= n])
    return [cap(value) for value in g.sample(bank, n)]


def _cls(g: Gen, bootstrap: str = "") -> str | None:
    return g.cls(g.pick(_CLASSES) if g.chance(0.15) else "", bootstrap)


def _title(g: Gen) -> str:
    return cap(lexicon.phrase(g)) if g.chance(0.2) else g.pick([*TITLES, *HEADLINES])


def _text(g: Gen) -> str:
    return g.pick(SENTENCES) if g.chance(0.7) else cap(lexicon.phrase(g, 2, 4))


def _heading(g: Gen, words: str = "") -> str:
    level = g.pick(["h1", "h2", "h2", "h2", "h3", "h3"])
    return h(level, {"class": _cls(g, "")}, text(words or _title(g)))


def _paragraph(g: Gen) -> str:
    return h("p", {"class": _cls(g, "")}, text(_text(g)))


def _link(g: Gen, words: str, cls: str | None = None) -> str:
    return h("a", {"href": g.pick([f"/{slug(words)}"] * 3 + ["#"]), "class": cls}, text(words))


def _button(g: Gen, words: str = "", kind: str = "button") -> str:
    words = words or (cap(lexicon.phrase(g, 1, 2)) if g.chance(0.3) else g.pick(ACTIONS))
    return h("button", {"type": kind, "class": _cls(g, "btn btn-primary")}, text(words))


def _image(g: Gen) -> str:
    file = lexicon.image_file(g)
    alt = "" if g.chance(0.4) else cap(lexicon.phrase(g, 1, 2))
    return f'<img src="{file}" alt="{alt}">' if alt or g.chance(0.6) else f'<img src="{file}">'


def _count(g: Gen) -> int:
    return g.rng.choice([2, 2, 3, 3, 3, 4])


def _list(g: Gen) -> str:
    cls = _cls(g, "list-group-item") if g.chance(0.4) else None
    items = [h("li", {"class": cls}, text(value)) for value in labels(g, _count(g))]
    return h(g.pick(["ul", "ul", "ol"]), {"class": cls and _cls(g, "list-group")}, *items)


def _nav(g: Gen) -> str:
    cls = _cls(g, "nav-link") if g.chance(0.6) else None
    links = [_link(g, value, cls) for value in labels(g, _count(g))]
    style = g.rng.random()
    if style < 0.4:
        return h("nav", None, *links)
    items = h("ul", None, *(h("li", None, link) for link in links))
    return items if style < 0.65 else h("nav", None, items)


def _select(g: Gen) -> str:
    values = labels(g, _count(g))
    coded = g.chance(0.5)
    options = [h("option", {"value": slug(v)} if coded else None, text(v)) for v in values]
    key = g.pick(["size", "country", "topic", "color"])
    box = h("select", {"id": key, "name": key, "class": g.cls("", "form-select")}, *options)
    return box if g.chance(0.6) else h("label", {"for": key}, text(cap(key))) + box


def _fields(g: Gen, n: int) -> list[str]:
    bank = g.sample([*_FIELDS, *_FIELDS, *LABELS], n + 2)
    return [field_html(g, Field(label)) for label in list(dict.fromkeys(bank))[:n]]


def _form(g: Gen) -> str:
    fields = _fields(g, g.rng.choice([1, 1, 2, 2]))
    if g.chance(0.3) and all(field.startswith("<div>") for field in fields):
        fields = [field[len("<div>") : -len("</div>")] for field in fields]
    button = _button(g, g.pick(_SUBMIT), "submit")
    title = _heading(g) if g.chance(0.15) else ""
    return h("form", {"method": g.pick([None, "post"])}, title, *fields, button)


def _field(g: Gen) -> str:
    return _fields(g, 1)[0]


def _card(g: Gen) -> str:
    parts = [
        _image(g) if g.chance(0.3) else "",
        _heading(g),
        _paragraph(g) if g.chance(0.8) else "",
    ]
    end = g.rng.random()
    if end < 0.3:
        parts.append(_button(g))
    elif end < 0.5:
        parts.append(_link(g, g.pick(ACTIONS)))
    tag, cls = g.pick([("article", None), ("article", None), ("div", "card"), ("section", None)])
    return h(tag, {"class": cls}, *parts)


def _cards(g: Gen) -> str:
    titles = labels(g, g.rng.choice([2, 2, 3]))
    body = g.chance(0.5)
    cards = [
        h("article", None, h("h3", None, text(t)), h("p", None, text(_text(g))) if body else "")
        for t in titles
    ]
    return h(g.pick(["div", "section"]), {"class": _cls(g, "row")}, *cards)


def _table(g: Gen) -> str:
    width = g.rng.choice([2, 2, 2, 3])
    heads = "".join(h("th", {"scope": "col"}, name) for name in g.sample(_COLUMNS, width))
    firsts = labels(g, g.rng.choice([1, 1, 2, 2, 3]))
    lines = []
    for first in firsts:
        rest = [lexicon.price(g) if g.chance(0.4) else lexicon.integer(g) for _ in range(width - 1)]
        lines.append(h("tr", None, *(h("td", None, text(cell)) for cell in [first, *rest])))
    return h(
        "table",
        {"class": g.cls("", "table")},
        h("thead", None, h("tr", None, heads)),
        h("tbody", None, *lines),
    )


def _section(g: Gen) -> str:
    tag = g.pick(["section", "section", "div", "header", "main", "aside"])
    return h(tag, None, _heading(g), *(_paragraph(g) for _ in range(g.rng.choice([1, 1, 2]))))


def _bare(g: Gen) -> str:
    return _heading(g) + "".join(_paragraph(g) for _ in range(g.rng.choice([0, 1, 1, 2])))


def _one(g: Gen) -> str:
    made: Sequence[Callable[[Gen], str]] = (_heading, _paragraph, _button, _image)
    return _link(g, g.pick(ACTIONS)) if g.chance(0.2) else g.pick(made)(g)


def _buttons(g: Gen) -> str:
    row = [_button(g, value) for value in labels(g, g.rng.choice([2, 2, 3]))]
    return h("div", {"class": _cls(g, "btn-group")}, *row) if g.chance(0.7) else "".join(row)


def _details(g: Gen) -> str:
    return "".join(
        h("details", None, h("summary", None, text(value)), h("p", None, text(_text(g))))
        for value in labels(g, g.rng.choice([1, 2, 2]))
    )


def _figure(g: Gen) -> str:
    caption = h("figcaption", None, text(_title(g))) if g.chance(0.6) else ""
    return h("figure", None, _image(g), caption)


def _images(g: Gen) -> str:
    return h("div", {"class": _cls(g, "row")}, *(_image(g) for _ in range(g.rng.choice([2, 3]))))


def _footer(g: Gen) -> str:
    links = [_link(g, value) for value in labels(g, g.rng.choice([2, 2, 3]))]
    return h("footer", None, h("p", None, text(_title(g))), *links)


def _header(g: Gen) -> str:
    links = [_link(g, value) for value in labels(g, g.rng.choice([2, 2, 3]))]
    return h("header", None, _heading(g), h("nav", None, *links))


_BUILDERS: tuple[tuple[Callable[[Gen], str], float], ...] = (
    (_list, 5.0),
    (_nav, 4.0),
    (_form, 5.0),
    (_card, 4.0),
    (_table, 3.0),
    (_one, 3.0),
    (_section, 2.5),
    (_cards, 2.0),
    (_buttons, 1.5),
    (_select, 1.5),
    (_field, 1.5),
    (_bare, 1.5),
    (_details, 1.0),
    (_figure, 1.0),
    (_images, 0.7),
    (_footer, 0.7),
    (_header, 0.7),
)


def small(g: Gen) -> str:
    """A list, a form, a card, one element: markup of mostly under 300 characters."""
    builders, weights = [b for b, _ in _BUILDERS], [weight for _, weight in _BUILDERS]
    return g.rng.choices(builders, weights)[0](g)

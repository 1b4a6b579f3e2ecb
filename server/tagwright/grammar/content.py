"""The content models that the grammars are made from.

Source: the HTML Living Standard, section 4 (content models of the elements) and 3.2.5 (kinds of
content), without obsolete elements, and without what html5lib, which judges the result, does not
know yet: ``template`` within tables, ``hr`` within ``select``. A content model is written as
steps, one after the other: ``summary? flow*`` is an optional summary and then any flow content,
``tr|script*`` any number of the two, ``head body`` one of each. ``flow``, ``phrasing`` and ``svg``
stand for all elements of the kind (the first two with text), ``transparent`` for what the element
itself stands in, ``text`` for text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from tagwright.markup.elements import HEADINGS, LISTS, PHRASING, SECTIONS, VOID, names

Rule = Literal["phrasing", "form", "label", "interactive"]
State = frozenset[Rule]
"""What the open elements rule out, at any depth: all but phrasing content, a form, a label,
interactive content (which is a link or a control, and here a form too)."""

FLOW: State = frozenset()
TEXT_KINDS = frozenset({"flow", "phrasing", "text", "transparent"})

_OBSOLETE = names("acronym big font strike tt")
_ADDS: dict[str, Rule] = {
    "a": "interactive",
    "button": "interactive",
    "form": "form",
    "label": "label",
}
_RULED_OUT: dict[Rule, frozenset[str]] = {
    "form": frozenset({"form"}),
    "label": frozenset({"label"}),
    "interactive": names("a button details embed form iframe input label select textarea"),
}

_SVG = names(
    "circle clipPath defs desc ellipse feBlend feColorMatrix feComposite feDropShadow feFlood "
    "feGaussianBlur feMerge feMergeNode feOffset filter g image line linearGradient marker mask "
    "path pattern polygon polyline radialGradient rect stop symbol text textPath title tspan use "
    "view animate animateMotion animateTransform mpath set"
)
_SVG_TEXT = names("desc text textPath tspan")

_CONTENT: dict[str, str] = {
    **dict.fromkeys(
        names(
            "address article aside blockquote dd dialog div dt figcaption footer form header li "
            "main nav search section td th caption body"
        ),
        "flow*",
    ),
    **dict.fromkeys(HEADINGS, "phrasing*"),
    **dict.fromkeys(
        names(
            "abbr b bdi bdo button cite code data dfn em i kbd label mark meter output p pre "
            "progress q rp rt s samp small span strong sub sup time u var"
        ),
        "phrasing*",
    ),
    **dict.fromkeys(
        names("a canvas del ins noscript object slot template"),
        "transparent*",
    ),
    **dict.fromkeys(LISTS, "li|script|template*"),
    **dict.fromkeys(SECTIONS, "tr|script*"),
    **dict.fromkeys(("legend", "summary"), f"phrasing|{'|'.join(sorted(HEADINGS))}*"),
    **dict.fromkeys(("audio", "video"), "source* track* transparent*"),
    **dict.fromkeys(_SVG - _SVG_TEXT, "svg*"),
    **dict.fromkeys(_SVG_TEXT, "text|svg*"),
    **dict.fromkeys(("option", "textarea", "title", "script", "style"), "text?"),
    "svg": "svg*",
    "colgroup": "col*",
    "datalist": "option*",
    "details": "summary? flow*",
    "dl": "dt|dd|dl-div*",
    "dl-div": "dt|dd*",
    "fieldset": "legend? flow*",
    "figure": "flow|figcaption*",
    "head": "title|meta|link|base|style|script|template|head-noscript*",
    "head-noscript": "meta|link|style*",
    "hgroup": f"p|{'|'.join(sorted(HEADINGS))}*",
    "html": "head body",
    "iframe": "",
    "map": "transparent|area*",
    "optgroup": "option*",
    "picture": "source* img?",
    "ruby": "phrasing|rt|rp*",
    "select": "option|optgroup|script*",
    "table": "caption? colgroup* thead? tbody|tr|script* tfoot?",
    "tr": "td|th|script*",
}
# An element that has another content model in some place: what it is called there.
_ELSEWHERE = {"dl-div": "div", "head-noscript": "noscript"}

_PHRASING = PHRASING - _OBSOLETE - {"math", "area", "meta"} | {"ruby"}
_FLOW = (
    _PHRASING
    | names(
        "address article aside blockquote details dialog div dl fieldset figure footer form header "
        "hgroup hr main menu nav ol p pre search section table ul"
    )
    | HEADINGS
)


@dataclass(frozen=True)
class Step:
    """One step of a content model: ``names`` (elements or kinds), any number of times or once."""

    names: tuple[str, ...]
    many: bool
    optional: bool

    @property
    def text(self) -> bool:
        """Whether there may be text between the elements."""
        return bool(TEXT_KINDS.intersection(self.names))


@dataclass(frozen=True)
class Place:
    """A place for content: what may stand there, what is ruled out, and ``foreign`` for SVG."""

    steps: tuple[Step, ...]
    state: State
    foreign: bool = False


def start_in(parent: str) -> Place | None:
    """Return the place within an element, None where no HTML elements may stand.

    A transparent element is taken to stand in flow content: what is around it is not known. An
    element that the table doesn't have (``my-card``) may hold anything.
    """
    if parent in ("", "html", "svg", "math") or parent not in _CONTENT:
        foreign = parent in ("svg", "math", "html") or parent in VOID
        return None if foreign else Place(_steps("flow*"), FLOW)
    place = place_in(parent, FLOW)
    return None if place.foreign or place.steps == _steps("text?") else place


def place_in(name: str, state: State) -> Place:
    """Return the place within the element ``name`` that stands in ``state``."""
    model = _CONTENT[name]
    rules = set(state)
    if name in _ADDS:
        rules.add(_ADDS[name])
    if model.startswith("phrasing"):
        rules.add("phrasing")
    # What cannot come up any more makes no difference.
    if "interactive" in rules:
        rules -= {"label", "form"}
    if "phrasing" in rules:
        rules -= {"form"}
    return Place(_steps(model), frozenset(rules), foreign="svg" in model)


def children(step: Step, state: State) -> list[str]:
    """Return the names, sorted, of the elements that a step lets stand in ``state``."""
    found: set[str] = set()
    for name in step.names:
        if name == "svg":
            found |= _SVG
        elif name == "text":
            continue  # the kind; the element of SVG comes with its like
        elif name in TEXT_KINDS:
            narrow = name == "phrasing" or "phrasing" in state
            found |= _PHRASING if narrow else _FLOW
        else:
            found.add(name)
    for rule in state:
        found -= _RULED_OUT.get(rule, frozenset())
    return sorted(found)


def is_known(name: str) -> bool:
    """Whether the table has the element; void ones have no content, but a place."""
    return name in _CONTENT or name in VOID or name in {part.lower() for part in _SVG}


def tag_name(name: str) -> str:
    """Return the tag of an element of the table; some have two content models."""
    return _ELSEWHERE.get(name, name)


@cache
def _steps(model: str) -> tuple[Step, ...]:
    return tuple(
        Step(tuple(part.rstrip("?*").split("|")), part.endswith("*"), part[-1] in "?*")
        for part in model.split()
    )

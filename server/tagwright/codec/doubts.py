"""How much speaks against an answer of a small model, judged by its prompt.

Such a model decodes in milliseconds, so several answers can be drawn and the best taken (as with
verifiers: Cobbe et al. 2021, arXiv:2110.14168, with rules in place of a trained one); doubts count
against how likely the model finds an answer (``tagwright.choosing``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from tagwright.codec.change_doubts import change_doubts
from tagwright.codec.notation import MOST_SIBLINGS
from tagwright.codec.slots import Slot
from tagwright.markup.elements import TABLE_PARTS
from tagwright.markup.tree import Element, Text, parse, walk
from tagwright.prompt import Request

_QUOTED = re.compile(r"[\"“„«`'‘][^\"“”„«»`'’\n]+[\"”“»`'’]")
_POINTER = re.compile(r"<\|(\d+)\|>")
# Elements that never stand empty, and those whose text differs from that of their siblings.
_FILLED = frozenset("a button caption dd dt figcaption h1 h2 h3 h4 h5 h6 label legend li".split())
_FILLED |= frozenset("option p summary td th title".split())
_DISTINCT = frozenset(
    "article details dt figure h2 h3 h4 h5 h6 label li option p section summary th tr".split()
)
# Elements that a request asks for by name, or with an ordinary word for them.
_NAMES = (
    "ul ol dl h1 h2 h3 h4 h5 h6 nav footer form fieldset legend select textarea video audio "
    "figure figcaption blockquote article aside iframe details dialog pre table caption strong em "
    "abbr"
).split()
_ASKED: dict[str, tuple[str, ...]] = {name: (name,) for name in _NAMES}
_ASKED |= {
    "button": ("button", "a", "input"),
    "buttons": ("button", "a", "input"),
    "checkbox": ("input",),
    "checkboxes": ("input",),
    "heading": ("h1", "h2", "h3", "h4", "h5", "h6"),
    "headline": ("h1", "h2", "h3", "h4", "h5", "h6"),
    "image": ("img", "picture", "input", "figure"),
    "images": ("img", "picture"),
    "paragraph": ("p",),
    "paragraphs": ("p",),
    "navbar": ("nav",),
    "sidebar": ("aside",),
    "tabelle": ("table",),
    "tableau": ("table",),
    "tabla": ("table",),
    "formular": ("form",),
    "formulaire": ("form",),
    "formulario": ("form",),
}
# Addresses, file names, amounts and names in code: nobody gives them but to be repeated.
_LITERAL = re.compile(r"\w[@/._#]\w|^[#$€£./]\w|\d[.,:%€£-]\d|\d[%€£]|^\d{3,}$")
_TELLING = re.compile(r"\w{3,}")
# Doubts for an answer without an element: nearly any other is better.
_NOTHING = 20
# Doubts for a change that changes nothing.
_UNCHANGED = 6
_MARKUP_AS_TEXT = re.compile(r"&[lg]t;|=\"")


def doubts(request: Request, slots: dict[int, Slot], answer: str, html: str) -> int:
    """Return 0 for an answer that looks right, more for each thing that looks wrong.

    slots: all of the request's. answer: in pointer notation. html: the same, decoded.
    """
    if request.input:
        # What a change takes away, or leaves where it was, is not pointed at in its prompt.
        unchanged = _words_of(html) == _words_of(request.input)
        found = change_doubts(request.prompt, request.input, html)
        return _UNCHANGED * unchanged + found + _doubts(request, {}, answer, html)
    return _doubts(request, slots, answer, html)


def _doubts(request: Request, slots: dict[int, Slot], answer: str, html: str) -> int:
    used = {int(number) for number in _POINTER.findall(answer)}
    own = {number: slot for number, slot in slots.items() if not slot.exact}
    root = Element("", children=parse(html).nodes)
    elements = [root, *walk(root.children)]
    return (
        _NOTHING * (len(elements) == 1)
        + _left_out(own, used, unescape(html).casefold())
        + _said_again(own, elements)
        + 2 * sum(_is_empty(element) for element in elements)
        + 2 * len(_MARKUP_AS_TEXT.findall(_text_of(root)))
        + sum(_repetitions(element) for element in elements)
        + _miscounts(slots, elements)
        + (0 if request.input else _missing(request, {element.name for element in elements}))
    )


def _words_of(html: str) -> list[str]:
    """Tags and words, whatever the space between them."""
    return re.findall(r"<[^>]*>|[^<\s]+", html)


def _missing(request: Request, names: set[str]) -> int:
    """How many of the elements that the request names the answer lacks."""
    words = set(re.findall(r"[a-z]+[1-6]?", _QUOTED.sub(" ", request.prompt).lower()))
    parent = request.context.parent
    # "form" asks for no second one within a form
    there = {"table"} if parent in TABLE_PARTS else {parent}
    asked = [_ASKED[word] for word in words if word in _ASKED]
    return sum(names.isdisjoint(elements) and there.isdisjoint(elements) for elements in asked)


def _left_out(slots: dict[int, Slot], used: set[int], html: str) -> int:
    """What is missing of the request's content: 2 for an item or literal, 1 for a part of one.

    html: the answer in lower case, without entities.
    """
    found = 0
    for slot in slots.values():
        word = slot.word.casefold()
        if _LITERAL.search(slot.word) or (word.isdecimal() and int(word) > MOST_SIBLINGS):
            found += 2 * (word not in html)
        elif slot.item and not _covered(slot, slots, used):
            found += 2
        elif slot.item or (slot.word[0].isupper() and slot.phrase != slot.word):
            found += any(part not in html for part in _TELLING.findall(slot.phrase.casefold()))
    return found


def _said_again(slots: dict[int, Slot], elements: list[Element]) -> int:
    """How often an item of the request is the whole text of a further element."""
    items = {slot.phrase.casefold() for slot in slots.values() if slot.item}
    said = Counter(
        _text_of(element).casefold()
        for element in elements
        if element.name in _FILLED
        and element.name not in ("title", "option")
        and any(isinstance(child, Text) for child in element.children)  # not a link's <li>
    )
    return sum(said[item] - 1 for item in items if said[item] > 1)


def _covered(slot: Slot, slots: dict[int, Slot], used: set[int]) -> bool:
    """Whether the slot, or one within the same phrase, stands in the answer."""
    return any(
        number in used and other.phrase and slot.phrase.endswith(other.phrase)
        for number, other in slots.items()
    )


def _is_empty(element: Element) -> bool:
    # an option of a datalist says all with its value
    says = element.children or (element.name == "option" and element.attrs.get("value"))
    return element.name in _FILLED and not says


def _repetitions(element: Element) -> int:
    """How many children say the same as a sibling before them."""
    said = Counter(
        (child.name, _text_of(child))
        for child in element.children
        if isinstance(child, Element) and child.name in _DISTINCT
    )
    return sum(count - 1 for (_, text), count in said.items() if text)


def _text_of(element: Element) -> str:
    parts = (
        child.data if isinstance(child, Text) else _text_of(child)
        for child in element.children
        if isinstance(child, (Text, Element))
    )
    return "".join(parts).strip()


def _miscounts(slots: dict[int, Slot], elements: list[Element]) -> int:
    """How many counts of the prompt ("4 rows") no group of siblings has."""
    groups = set(_group_sizes(elements))
    return sum(slot.count not in groups for slot in slots.values() if slot.count and not slot.item)


def _group_sizes(elements: list[Element]) -> Iterator[int]:
    for element in elements:
        names = [child.name for child in element.children if isinstance(child, Element)]
        yield from Counter(names).values()

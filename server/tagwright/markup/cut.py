"""Takes off what a cut at the token budget left half done at the end of an answer."""

from __future__ import annotations

import re

from tagwright.markup.elements import RAW_TEXT
from tagwright.markup.tree import Element, Node, Parsed, Text, is_blank, parse, serialise, walk

# A start tag of these is complete without content.
_FINE_EMPTY = frozenset({"textarea", "iframe", "canvas", "progress", "meter", "output"})
_HALF_WORD = re.compile(r"\S*[^\s.!?…。！？)]\Z")
_HALF_TAG = re.compile(r"<[^<>]*\Z")
_HALF_MARKUP = re.compile(r"(?:&lt;/?|&amp;#?\w*)\Z")


def whole_elements(source: str) -> str:
    """Return markup that is still being written without the elements that have only begun.

    An open element stays where it holds finished ones and no text of its own.
    """
    parsed = parse(_HALF_TAG.sub("", source))
    path = parsed.unclosed
    while path and _has_begun(path[-1]):
        element = path.pop()
        siblings = path[-1].children if path else parsed.nodes
        siblings[:] = [node for node in siblings if node is not element]
    if not path and parsed.nodes and isinstance(parsed.nodes[-1], Text):
        parsed.nodes.pop()
    return serialise(parsed.nodes)


def _has_begun(element: Element) -> bool:
    children = [node for node in element.children if not is_blank(node)]
    return not any(isinstance(node, Element) for node in children) or any(
        isinstance(node, Text) for node in children
    )


def trim_cut(parsed: Parsed) -> None:
    """Drop the half word, the half script and the elements opened last; changes ``parsed``.

    The tokenizer has dropped an unfinished tag already.
    """
    path = list(parsed.unclosed)
    siblings = path[-1].children if path else parsed.nodes
    last = siblings[-1] if siblings else None
    if isinstance(last, Text) and parsed.ends_in_text:
        last.data = _cut_text(last.data, path[-1] if path else None)
        if not last.data:
            siblings.pop()
    _drop_empty(path, parsed.nodes)
    _drop_unanswered_label(path, parsed.nodes)


def _cut_text(data: str, parent: Element | None) -> str:
    if parent is not None and parent.name in RAW_TEXT and not parent.foreign:
        # Half a script is an error; of a style sheet the complete rules can stay.
        return _whole_rules(data) if parent.name == "style" else ""
    whole = _HALF_MARKUP.sub("", data)
    return whole if whole != data else _HALF_WORD.sub("", data)


def _whole_rules(css: str) -> str:
    depth = end = 0
    for index, char in enumerate(css):
        depth += (char == "{") - (char == "}")
        if char == "}" and depth == 0:
            end = index + 1
    return css[:end]


def _drop_empty(path: list[Element], roots: list[Node]) -> None:
    while path and path[-1].name not in _FINE_EMPTY and all(map(is_blank, path[-1].children)):
        element = path.pop()
        siblings = path[-1].children if path else roots
        siblings[:] = [node for node in siblings if node is not element]


def _drop_unanswered_label(path: list[Element], roots: list[Node]) -> None:
    """Drop a label at the very end whose field has not come."""
    siblings = path[-1].children if path else roots
    last = next((node for node in reversed(siblings) if not is_blank(node)), None)
    if not isinstance(last, Element) or last.name != "label" or "for" not in last.attrs:
        return
    if all(element.attrs.get("id") != last.attrs["for"] for element in walk(roots)):
        siblings[:] = [node for node in siblings if node is not last]
        _drop_empty(path, roots)

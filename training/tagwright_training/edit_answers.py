"""The answer to a request with markup to change: what stays is one pointer an element."""

from __future__ import annotations

from functools import lru_cache
from html import unescape
from typing import Protocol

from tagwright.codec.notation import CLOSE, GLUE, VOID, slot
from tagwright.codec.reading import Source
from tagwright.markup.tokens import scan
from tagwright.markup.tree import Doctype, Element, Node, Text, parse, serialise, start_tag


@lru_cache(maxsize=4096)  # few start tags and many of each
def _whole(source: str) -> str:
    """Markup in one form for comparing, with the end tags that it lacks."""
    return serialise(parse(source).nodes)


class Kept:
    """Which elements of the markup to change the answer still has.

    What stays whole is found first, so that no new element takes the start tag of one that does:
    the same change is always written in the same way.
    """

    def __init__(self, elements: dict[int, Source]) -> None:
        self.elements = elements
        self.numbers = sorted(elements)
        self.pointers: dict[int, str] = {}
        self.openings: dict[int, str] = {}

    def find(self, nodes: list[Node]) -> None:
        """Find the elements of an answer; ``pointers`` and ``openings`` tell them by ``id``."""
        whole: dict[str, list[int]] = {}
        starts: dict[str, list[int]] = {}
        for number in self.numbers:
            whole.setdefault(_whole(self.elements[number].source), []).append(number)
        used: set[int] = set()
        changed: list[Element] = []
        self._find_whole(nodes, whole, used, changed)
        for number in self.numbers:
            if number not in used:
                starts.setdefault(_whole(self.elements[number].start_tag), []).append(number)
        for element in changed:
            found = starts.get(_whole(start_tag(element)))
            if found and element.name not in VOID:
                self.openings[id(element)] = GLUE + slot(found.pop(0))

    def _find_whole(
        self,
        nodes: list[Node],
        whole: dict[str, list[int]],
        used: set[int],
        changed: list[Element],
    ) -> None:
        for node in nodes:
            if not isinstance(node, Element):
                continue
            found = [n for n in whole.get(serialise([node]), ()) if n not in used]
            if found:
                self.pointers[id(node)] = slot(found[0])
                used |= self._with_content(found[0])
            else:
                changed.append(node)
                self._find_whole(node.children, whole, used, changed)

    def _with_content(self, number: int) -> set[int]:
        """The element and all those in it, which have the numbers behind its own."""
        held = sum(t.kind == "start" and t.complete for t in scan(self.elements[number].source))
        return set(range(number, number + held))


class Sink(Protocol):
    """What writes new elements and texts: the encoder of ordinary answers."""

    out: list[str]
    start: bool

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None: ...
    def handle_endtag(self, tag: str) -> None: ...
    def handle_data(self, data: str) -> None: ...
    def handle_decl(self, decl: str) -> None: ...


def write(nodes: list[Node], kept: Kept, sink: Sink) -> None:
    """Write an answer's tree into ``sink``."""
    kept.find(nodes)
    _write(nodes, kept, sink)


def _write(nodes: list[Node], kept: Kept, sink: Sink) -> None:
    for node in nodes:
        if isinstance(node, Text):
            sink.handle_data(unescape(node.data))
        elif isinstance(node, Doctype):
            sink.handle_decl("")
        elif isinstance(node, Element):
            if pointer := kept.pointers.get(id(node)):
                sink.out.append(pointer)
                sink.start = False
            elif opening := kept.openings.get(id(node)):
                sink.out.append(opening)
                sink.start = True
                _write(node.children, kept, sink)
                sink.out.append(CLOSE)
                sink.start = False
            else:
                attrs = [(name, v and unescape(v)) for name, v in node.attrs.items()]
                sink.handle_starttag(node.name, attrs)
                _write(node.children, kept, sink)
                if node.name not in VOID:
                    sink.handle_endtag(node.name)

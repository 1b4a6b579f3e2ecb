"""The answer to a request with markup to change: what stays is one pointer an element."""

from __future__ import annotations

from html import unescape
from typing import Protocol

from tagwright.codec.notation import CLOSE, GLUE, VOID, slot
from tagwright.codec.reading import Source
from tagwright.markup.tree import Doctype, Element, Node, Text, parse, serialise, start_tag


def _whole(source: str) -> str:
    """Markup in one form for comparing, with the end tags that it lacks."""
    return serialise(parse(source).nodes)


class Kept:
    """Which elements of the markup to change the answer still has."""

    def __init__(self, elements: dict[int, Source]) -> None:
        self.whole: dict[str, list[int]] = {}
        self.starts: dict[str, list[int]] = {}
        for number, element in sorted(elements.items()):
            self.whole.setdefault(_whole(element.source), []).append(number)
            self.starts.setdefault(_whole(element.start_tag), []).append(number)
        self.used: set[int] = set()

    def pointer(self, element: Element) -> str:
        """The pointer to an element that stays with all that is in it, else ``""``."""
        return self._first(self.whole.get(serialise([element]), ()))

    def opening(self, element: Element) -> str:
        """The pointer to the start tag of one whose content changes, else ``""``."""
        found = self.starts.get(_whole(start_tag(element)), ())
        pointer = "" if element.name in VOID else self._first(found)
        return GLUE + pointer if pointer else ""

    def _first(self, numbers: list[int] | tuple[int, ...]) -> str:
        for number in numbers:
            if number not in self.used:
                self.used.add(number)
                return slot(number)
        return ""


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
    for node in nodes:
        if isinstance(node, Text):
            sink.handle_data(unescape(node.data))
        elif isinstance(node, Doctype):
            sink.handle_decl("")
        elif isinstance(node, Element):
            if pointer := kept.pointer(node):
                sink.out.append(pointer)
                sink.start = False
            elif opening := kept.opening(node):
                sink.out.append(opening)
                sink.start = True
                write(node.children, kept, sink)
                sink.out.append(CLOSE)
                sink.start = False
            else:
                attrs = [(name, v and unescape(v)) for name, v in node.attrs.items()]
                sink.handle_starttag(node.name, attrs)
                write(node.children, kept, sink)
                if node.name not in VOID:
                    sink.handle_endtag(node.name)

"""Where the elements of a page stand, and how they lie in each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tagwright.markup.elements import VOID, implied_ends, matching_open
from tagwright.markup.tokens import Token
from tagwright.page.languages import Language
from tagwright.page.tokens import page_tokens


@dataclass(eq=False)
class Placed:
    """An element, ``text[start:end]``.

    head: its start tag. closed: it has an end tag of its own, or needs none.
    """

    head: Token
    start: int
    end: int = -1
    closed: bool = False
    parent: Placed | None = None
    children: list[Placed] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The tag name in lower case."""
        return self.head.tag

    def attribute(self, name: str) -> str:
        """The value of an attribute as written, ``""`` for none."""
        return next((value or "" for key, value in self.head.attrs if key.lower() == name), "")

    def walk(self) -> Iterator[Placed]:
        """Yield the elements in it, in order."""
        for child in self.children:
            yield child
            yield from child.walk()


def placed(text: str, language: Language) -> list[Placed]:
    """Return the elements of a page in order of their start tags; never raises."""
    found: list[Placed] = []
    stack: list[Placed] = []

    def close(count: int, end: int) -> None:
        for element in stack[len(stack) - count :]:
            element.end = end
        del stack[len(stack) - count :]

    for token in page_tokens(text, language):
        names = [element.name for element in stack]
        if token.kind == "start" and token.complete:
            close(implied_ends(names, token.tag), token.start)
            element = Placed(token, token.start, parent=stack[-1] if stack else None)
            (stack[-1].children if stack else []).append(element)
            found.append(element)
            if token.tag in VOID or token.slash:
                element.end, element.closed = token.end, True
            else:
                stack.append(element)
        elif token.kind == "end" and (index := matching_open(names, token.tag)) is not None:
            # What was left open in it ends before its end tag.
            close(len(stack) - index - 1, token.start)
            stack[index].closed = True
            close(1, token.end)
    close(len(stack), len(text))
    return found

"""The grammar's terminals in the pointer notation (``tagwright.codec.notation``).

All elements end with the same mark, so those that may hold the same share a rule and a terminal
for their names: the grammar is a tenth of the one of plain HTML. llguidance's lexer looks one byte
ahead, so a terminal for text ends before every ``<`` and each mark in text is a terminal of its
own, with the glue marks in front of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from tagwright.codec.notation import MOST_SIBLINGS
from tagwright.grammar.characters import characters
from tagwright.grammar.content import is_known
from tagwright.markup.elements import VOID

# Entities that stay entities when a case mark is applied to them.
_ENTITY = r"&(amp|lt|gt|quot|#x27);"
_TEXT, _VALUE = "&<", '"&<'


class PointerNotation:
    """See the module and ``lark.Notation``; slots and elements as for ``pointer_grammar``."""

    alike = True
    text: Sequence[str] = ("TEXT", "MARK")
    gap: Sequence[str] = ("BLANK",)
    aside: Sequence[str] = ()
    number = "SIBLING? "
    doctype = '"<!DOCTYPE html>"'

    def __init__(self, slots: Collection[int], elements: Mapping[int, str]) -> None:
        self._mark = rf"(<\|\+\|>)*<\|({_any(['w', 'raw', 'cap', 'up', *sorted(slots)])})\|>"
        # Nothing is known of an element that the table doesn't have.
        self._elements = {
            number: name if is_known(name) else "div" for number, name in elements.items()
        }
        self._terminals: dict[str, str] = {}

    def element(self, tags: Sequence[str], content: str) -> str:
        opening = f"{self._named(tags)} REST"
        started = self._pointers(tags, r"<\|\+\|>")
        if started:
            opening = f"({opening} | {started})"
        return self._or_whole(tags, f"{opening} {content} CLOSE")

    def void(self, tags: Sequence[str]) -> str:
        return self._or_whole(tags, f"{self._named(tags)} REST")

    def foreign(self, tags: Sequence[str], content: str) -> str:
        return self.element([tag.lower() for tag in tags], content)

    def terminals(self) -> list[str]:
        value = f"({characters(without=_VALUE)}|{_ENTITY}|{self._mark})*"
        siblings = _any(range(2, MOST_SIBLINGS + 1))
        return [
            *(f"{name}: /{regex}/" for regex, name in self._terminals.items()),
            f'REST: /( [a-zA-Z@:_][a-zA-Z0-9_.:@-]*(="{value}")?)*>/',
            rf"SIBLING: /<\|n({siblings})\|>/",
            f"TEXT: /({characters(without=_TEXT)}|{_ENTITY})+/",
            f"MARK: /{self._mark}/",
            'CLOSE: "<|/|>"',
            "BLANK: / +/",
        ]

    def _or_whole(self, tags: Sequence[str], written: str) -> str:
        whole = self._pointers(tags, "")
        return f"{written} | {whole}" if whole else written

    def _pointers(self, tags: Sequence[str], before: str) -> str:
        numbers = [
            number
            for number, name in self._elements.items()
            if name in tags and not (before and name in VOID)
        ]
        return self._terminal(rf"{before}<\|({_any(numbers)})\|>") if numbers else ""

    def _named(self, tags: Sequence[str]) -> str:
        return self._terminal(f"<({_any(tags)})")

    def _terminal(self, regex: str) -> str:
        return self._terminals.setdefault(regex, f"TAG_{len(self._terminals)}")


def _any(alternatives: Iterable[object]) -> str:
    return "|".join(map(str, alternatives))

"""How much speaks against a change of given markup: most wishes leave nearly everything as it is.

See ``doubts`` for what this is for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape

from tagwright.markup.tree import Element, Node, Text, parse, walk

_LESS = re.compile(
    r"\b(remove|delete|drop|without|take (?:out|away)|get rid|leave out|can go|should go|no|not"
    r"|unwrap|don't need|entferne|lösche|supprime|enlève|elimina|quita|rimuovi|remova|verwijder)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«`'‘]([^\"“”„«»`'’\n]+)[\"”“»`'’]")


def change_doubts(prompt: str, before: str, after: str) -> int:
    """Return 0 where only what the prompt speaks of was changed, more for all else.

    before: the given markup. after: the answer's.
    """
    old, new = parse(before).nodes, parse(after).nodes
    said = prompt.casefold()
    had, has = Counter(_texts(old)), Counter(_texts(new))
    lost, gained = had - has, has - had
    smaller = _size(old) - _size(new)
    # A text of which the prompt says nothing was invented, or came twice.
    found = 2 * sum(number for text, number in gained.items() if text not in said)
    if _LESS.search(prompt):
        found += 2 * (smaller <= 0) + 2 * sum(gained.values())
    else:
        unsaid = sum(number for text, number in lost.items() if text not in said)
        found += 2 * max(0, unsaid - sum(gained.values())) + max(0, smaller)
    everything = unescape(before + after).casefold()
    return found + sum(2 for text in _QUOTED.findall(said) if text not in everything)


def _texts(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text) and node.data.strip():
            yield " ".join(unescape(node.data).split()).casefold()
        elif isinstance(node, Element):
            yield from _texts(node.children)


def _size(nodes: Iterable[Node]) -> int:
    return sum(1 for _ in walk(nodes))

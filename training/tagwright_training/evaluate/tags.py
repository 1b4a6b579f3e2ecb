"""How alike the tag trees of two answers are.

The measure is that of TEDS (Zhong et al. 2020, arXiv:1911.10683) over names of elements alone:
1 - distance / nodes of the larger tree, where the distance is the tree edit distance of APTED
(Pawlik and Augsten 2016). Its cost grows with the cube of the nodes, so that large trees are
compared by the edit distance of their tags in document order, a lower bound of it (Guha et al.
2002, https://doi.org/10.1145/564691.564725): their score is an upper bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tagwright_training.evaluate.wellformed import parse

MOST_NODES = 150
"""Nodes of a tree that is compared exactly; under a second, and APTED recurses by the depth."""


@dataclass
class Node:
    """An element: its name and its child elements, as APTED reads them."""

    name: str
    children: list[Node] = field(default_factory=list)


def tag_similarity(answer: str, reference: str) -> float:
    """Return 0 to 1; 1 for equal trees of tags, whatever texts and attributes they have."""
    left, right = tag_tree(answer), tag_tree(reference)
    tags = list(_tags(left)), list(_tags(right))
    # Without the root, which stands for the place that both are written into.
    larger = max(len(tags[0]), len(tags[1])) - 1
    if not larger:
        return 1.0
    if larger <= MOST_NODES:
        from apted import APTED

        distance = float(APTED(left, right).compute_edit_distance())
    else:
        from rapidfuzz.distance import Levenshtein

        distance = Levenshtein.distance(*tags)
    return max(0.0, 1 - distance / larger)


def tag_tree(html: str) -> Node:
    """Return the elements below a root of no name; blank markup has none."""
    root = Node("")
    if html.strip():
        whole = parse(html)
        # A page's tree begins with its html element, a fragment's with one that holds it.
        top = [whole] if whole.tag == "html" else list(whole)
        pending: list[tuple[Node, Any]] = [(root, element) for element in reversed(top)]
        while pending:
            parent, element = pending.pop()
            if not isinstance(element.tag, str):  # a comment
                continue
            node = Node(element.tag)
            parent.children.append(node)
            pending += [(node, child) for child in reversed(element)]
    return root


def _tags(root: Node) -> Iterator[str]:
    """Yield the names in document order; not recursive, as trees may be deep."""
    pending = [root]
    while pending:
        node = pending.pop()
        yield node.name
        pending += reversed(node.children)

"""Gives ids of an answer that are taken a free name, and renames every reference in step."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from tagwright.markup.elements import names
from tagwright.markup.tree import Element, Node, Text

# Attributes that name one id, several ids, or "#id" (HTML, WAI-ARIA 1.2, Bootstrap 3 to 5).
_ONE = frozenset({"for", "form", "list", "popovertarget", "commandfor", "aria-activedescendant"})
_MANY = names(
    "headers itemref aria-labelledby aria-describedby aria-controls aria-owns aria-flowto "
    "aria-details aria-errormessage"
)
_HASH = names(
    "href xlink:href data-bs-target data-target data-bs-parent data-parent usemap data-bs- "
    "spy-target data-toggle-target"
)
_URL = re.compile(r"url\((['\"]?)#([^'\")\s]+)\1\)")
_BY_ID = re.compile(r"(getElementById\(\s*['\"`])([^'\"`]+)(?=['\"`])")
_SELECTOR = re.compile(r"#(-?[A-Za-z_][\w-]*)")

Path = tuple[int, ...]


def make_ids_free(nodes: list[Node], taken: Collection[str]) -> None:
    """Rename ids that are taken or repeated, with a numeric suffix; changes ``nodes``.

    A reference to an id that the answer has twice goes with the nearer of the two.
    """
    places = list(_places(nodes, ()))
    used = set(taken)
    wanted = {e.attrs["id"] for _, e in places if e.attrs.get("id")}
    renamed: dict[str, list[tuple[Path, str]]] = {}
    for path, element in places:
        old = element.attrs.get("id")
        if "id" not in element.attrs:
            continue
        if not old or not old.split():
            del element.attrs["id"]
            continue
        free = _free("-".join(old.split()), used, wanted - {old})
        used.add(free)
        element.attrs["id"] = free
        renamed.setdefault(old, []).append((path, free))
    if all([new for _, new in found] == [old] for old, found in renamed.items()):
        return
    fields_first = {
        old
        for old, found in renamed.items()
        if any(path > found[0][0] for path, e in places if e.attrs.get("for") == old)
        and not any(path < found[0][0] for path, e in places if e.attrs.get("for") == old)
    }
    for path, element in places:

        def new(old: str, path: Path = path) -> str:
            return _nearest(path, renamed[old], old in fields_first) if old in renamed else old

        _rename_references(element, new)


def _free(name: str, used: set[str], wanted: set[str | None]) -> str:
    if name not in used:
        return name
    number = 2
    while f"{name}-{number}" in used or f"{name}-{number}" in wanted:
        number += 1
    return f"{name}-{number}"


def _places(nodes: list[Node], path: Path) -> Iterator[tuple[Path, Element]]:
    for index, node in enumerate(nodes):
        if isinstance(node, Element):
            yield (*path, index), node
            yield from _places(node.children, (*path, index))


def _rename_references(element: Element, new: Callable[[str], str]) -> None:
    for name, value in element.attrs.items():
        if not value or name == "id":
            continue
        if name in _ONE:
            value = new(value)
        elif name in _MANY:
            value = " ".join(map(new, value.split()))
        elif name in _HASH:
            value = ", ".join("#" + new(p[1:]) if p[:1] == "#" else p for p in value.split(", "))
        else:
            value = _URL.sub(lambda m: f"url({m[1]}#{new(m[2])}{m[1]})", value)
        element.attrs[name] = value
    if element.name in ("script", "style"):
        for child in element.children:
            if isinstance(child, Text):
                data = _BY_ID.sub(lambda m: m[1] + new(m[2]), child.data)
                child.data = _SELECTOR.sub(lambda m: "#" + new(m[1]), data)


def _nearest(path: Path, places: list[tuple[Path, str]], fields_first: bool) -> str:
    """Return the name at the place that shares most ancestors with ``path``.

    Of equally near ones it is the first after it, because a label stands before its field; or the
    last before it, where the fields stand first (a checkbox before its label).
    """

    def shared(place: Path) -> int:
        depth = 0
        while depth < min(len(path), len(place)) and path[depth] == place[depth]:
            depth += 1
        return depth

    most = max(shared(place) for place, _ in places)
    near = [(place, name) for place, name in places if shared(place) == most]
    after = [name for place, name in near if place >= path]
    before = [name for place, name in near if place < path]
    if before and (fields_first or not after):
        return before[-1]
    return after[0]

"""Local style sheets that a page links: found, loaded within limits, and read for their classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tagwright.page.frameworks import framework_of

MOST_FILES = 20
MOST_BYTES = 500_000
"""Bytes read of one file; a longer one is cut."""
ALL_BYTES = 2_000_000

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LINK = re.compile(r"<link\b[^<>]*", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
_IMPORT = re.compile(
    r"(?:@import\s+(?:url\(\s*)?|\bimport\s+(?:[\w*{}\s,]+\sfrom\s+)?)[\"']([^\"']+\.css)[\"']"
)
# {% static 'css/a.css' %}, {{ 'a.css' | asset_url }}, <?= asset('a.css') ?>
_QUOTED_NAME = re.compile(r"[\"']([^\"'{}<>|\s]+\.css)[\"']")
_HEAD = 50_000
_FOLDERS = ("", "static", "public", "assets", "src", "src/assets")
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|\"[^\"\n]*\"|'[^'\n]*'|url\([^)]*\)", re.DOTALL)
_RULE = re.compile(r"([^{};]*)\{")
_CLASS = re.compile(r"\.(-?[A-Za-z_](?:[\w-]|\\.)*)")


@dataclass(frozen=True)
class Stylesheet:
    """A style sheet of the workspace. name: as linked. text: its content, maybe cut."""

    name: str
    text: str


def linked_stylesheets(text: str) -> list[str]:
    """Return the addresses of style sheets that a page links or imports, as it writes them.

    Only the beginning of a long page is read. Addresses of other hosts come along.
    """
    head = _COMMENT.sub("", text[:_HEAD])
    found: dict[str, None] = {}
    for link in _LINK.findall(head):
        href = _HREF.search(link)
        address = next(filter(None, href.groups()), "") if href else ""
        quoted = _QUOTED_NAME.search(link) if "{" in address or "<" in address else None
        address = quoted[1] if quoted else address
        if ".css" in address or re.search(r"\brel\s*=\s*[\"']?stylesheet", link, re.IGNORECASE):
            found[address] = None
        elif quoted := _QUOTED_NAME.search(link):
            found[quoted[1]] = None
    for code in re.findall(r"\{[{%][^{}]*[}%]\}|<[%?].*?[%?]>", head):
        found.update(dict.fromkeys(_QUOTED_NAME.findall(code)))
    found.update(dict.fromkeys(_IMPORT.findall(head)))
    return [address for address in found if address.strip()]


def load_stylesheets(text: str, page: Path, root: Path) -> tuple[Stylesheet, ...]:
    """Load the local style sheets that a page links.

    page: the page's file. root: the workspace; nothing outside it is read, whatever is linked.
    Files that are missing or can't be read are left out; never raises.
    """
    sheets: list[Stylesheet] = []
    left = ALL_BYTES
    try:
        root, folder = root.resolve(), page.resolve().parent
    except OSError:
        return ()
    for address in linked_stylesheets(text)[:MOST_FILES]:
        path = _local(address, folder, root)
        if path is None or left <= 0:
            continue
        try:
            with path.open("rb") as file:
                data = file.read(min(MOST_BYTES, left))
        except OSError:
            continue
        left -= len(data)
        sheets.append(Stylesheet(address, data.decode("utf-8", "replace")))
    return tuple(sheets)


def _local(address: str, folder: Path, root: Path) -> Path | None:
    try:
        parts = urlsplit(address)
        name = unquote(parts.path)
        if parts.scheme or parts.netloc or not name.endswith(".css") or "\0" in name:
            return None
        absolute = name.startswith("/")
        places = [] if absolute else [folder / name]
        places += [root / place / name.lstrip("/") for place in _FOLDERS]
        for place in places:
            path = place.resolve()
            if path.is_relative_to(root) and path.is_file():
                return path
    except (OSError, ValueError, RuntimeError):
        pass
    return None


def defined_classes(css: str) -> list[str]:
    """Return the class names that a style sheet has rules for, in order of their first rule."""
    plain = _CSS_COMMENT.sub(" ", css)
    found: dict[str, None] = {}
    for rule in _RULE.finditer(plain):
        if not rule[1].lstrip().startswith("@"):
            found.update(dict.fromkeys(n.replace("\\", "") for n in _CLASS.findall(rule[1])))
    return list(found)


def own_classes(sheets: Iterable[Stylesheet]) -> list[str]:
    """Return the classes that the page's own style sheets define, without those of frameworks."""
    names: dict[str, None] = {}
    for sheet in sheets:
        if framework_of([sheet.name], (), [sheet.text[:2000]]) == ("", 0):
            names.update(dict.fromkeys(defined_classes(sheet.text)))
    return list(names)


def framework_texts(sheets: Sequence[Stylesheet]) -> list[str]:
    """Return the beginnings of style sheets, where frameworks name themselves."""
    return [sheet.text[:5000] for sheet in sheets]

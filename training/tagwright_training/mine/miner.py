"""``mine``: a site or repository -> rows to train on, rows to judge by, and what was left out."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from tagwright.errors import InputError
from tagwright.page.context import read_context
from tagwright.page.positions import line_start
from tagwright.page.stylesheets import load_stylesheets
from tagwright_training.mine import git
from tagwright_training.mine.duplicates import Seen
from tagwright_training.mine.files import LARGEST, Page, is_vendored, pages, read_page
from tagwright_training.mine.markup import Unusable, plain_html
from tagwright_training.mine.pairs import Pair, pairs
from tagwright_training.mine.secrets import Secrets, without_addresses

LONGEST = 4000
"""Characters of an element's source; a model of this kind does not write longer answers."""
HELD_OUT = 0.1
"""Share of the rows that are for judging."""
_MOST_IDS = 40
_LEAST = 15  # characters of markup that shows any style


@dataclass
class Mined:
    """What came out. skipped_files, skipped: counts by reason. sources: rows by language."""

    root: Path
    rows: list[dict[str, Any]] = field(default_factory=list)
    held_out: list[dict[str, Any]] = field(default_factory=list)
    files: int = 0
    versions: int = 0
    commit: str = ""
    skipped_files: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    licences: list[str] = field(default_factory=list)


def mine(
    root: Path,
    *,
    history: int = 0,
    longest: int = LONGEST,
    but: Path | None = None,
) -> Mined:
    """Make rows of the pages below ``root``, or of the page that it is.

    history: how many of the latest commits are searched for earlier versions. longest: characters
    of an element. but: a directory to leave out. Raises ``InputError`` where there is nothing.
    """
    if not root.exists():
        raise InputError(f"There is no file or directory {root}; give a site or a repository.")
    mined = Mined(root, commit=git.head(root) if root.is_dir() else "")
    secrets, seen = Secrets(), Seen()
    rows: list[dict[str, Any]] = []
    # On a terminal: a large site takes minutes.
    for page in tqdm(_all_pages(mined, history, but), unit=" pages", leave=False, disable=None):
        for pair in pairs(page.text, page.language):
            try:
                row = _row(page, pair, mined.root, longest, secrets, seen)
            except Unusable as why:
                mined.skipped[str(why)] += 1
                continue
            rows.append(row)
            mined.languages[page.language.name] += 1
            mined.kinds[pair.kind] += 1
    if not rows:
        raise InputError(
            f"No comment or heading with an element that it describes was found in {root} "
            f"({mined.files} pages read); give a folder with pages or templates, or write comments "
            "such as <!-- main navigation --> above their elements."
        )
    mined.rows, mined.held_out = _split(rows)
    mined.licences = _licences(root) if root.is_dir() else []
    return mined


def _all_pages(mined: Mined, history: int, but: Path | None) -> Iterator[Page]:
    for page in pages(mined.root, mined.skipped_files, but=but):
        mined.files += 1
        yield page
    if not history or not mined.root.is_dir():
        return
    names: dict[str, git.Version] = {}
    for version in git.versions(mined.root, history):
        if not is_vendored(version.path):
            names.setdefault(version.blob, version)
    for blob, data in git.contents(mined.root, list(names), LARGEST):
        version = names[blob]
        # Why an old version was left out, is of no interest: the file itself is counted.
        earlier = read_page(version.path, data, Counter(), version.commit)
        if earlier is not None:
            mined.versions += 1
            yield earlier


def _row(
    page: Page, pair: Pair, root: Path, longest: int, secrets: Secrets, seen: Seen
) -> dict[str, Any]:
    """Return the row of a pair. Raises ``Unusable``."""
    text, language = page.text, page.language
    if pair.end - pair.start > longest:
        raise Unusable(f"longer than {longest} characters")
    html = without_addresses(plain_html(text[pair.start : pair.end], language, pair.parent))
    if len(html) < _LEAST:
        raise Unusable("without content")
    prompt = without_addresses(pair.prompt)
    if pair.title and pair.title.lower() not in prompt.lower() and seen.has_prompt(prompt):
        # "small box" for the second time: which one it is has to be said.
        prompt = f'{prompt} "{pair.title}"'
    if secrets.has_secret(html) or secrets.has_secret(prompt):
        raise Unusable("with a secret")
    if why := seen.take(prompt, html):
        raise Unusable(why)
    # What is to be written is no part of the page that the server would see.
    around = text[: pair.start] + text[pair.end :]
    folder = root if root.is_dir() else root.parent
    sheets = load_stylesheets(text, folder / page.path, folder)
    context = read_context(around, pair.at, language, sheets)
    row: dict[str, Any] = {
        "prompt": prompt,
        "html": html,
        "context": asdict(replace(context, ids=context.ids[:_MOST_IDS])),
        "kind": pair.kind,
        "file": page.path,
        "line": text.count("\n", 0, line_start(text, pair.start)) + 1,
    }
    return row | ({"commit": page.commit} if page.commit else {})


def _split(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Hold out whole files, chosen by a hash of their paths, until they have their share."""
    counts = Counter(row["file"] for row in rows)
    wanted = HELD_OUT * len(rows)
    chosen: set[str] = set()
    held = 0
    for name in sorted(counts, key=lambda name: (zlib.crc32(name.encode()), name)):
        if held < wanted and held + counts[name] <= 2 * wanted:
            chosen.add(name)
            held += counts[name]
    train = [row for row in rows if row["file"] not in chosen]
    return train, [row for row in rows if row["file"] in chosen]


def _licences(root: Path) -> list[str]:
    """Return the licence files at the top, with their first line."""
    found = []
    for path in sorted(root.iterdir()):
        if path.stem.upper() in ("LICENSE", "LICENCE", "COPYING", "NOTICE") and path.is_file():
            found.append(f"{path.name}: {_first_line(path)}")
    return found


def _first_line(path: Path) -> str:
    try:
        lines: Iterable[str] = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "not readable"
    return next((line.strip() for line in lines if line.strip()), "empty")

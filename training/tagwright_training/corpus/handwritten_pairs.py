"""Reading hand-written pairs: requests with marked values, and the markup that answers them.

A file is a run of pairs::

    ### name lang=de parent=ul heading=2
    > a request with [person:Ana Ruiz] as a value of type person
    > another wording with [Ana Ruiz]
    <p>Ana Ruiz</p>

``[type+:a; b; c]`` is a list whose length may change, ``[n]`` the number of its items, ``\\n`` a
line break, ``\\[`` a plain bracket.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import html5lib
from html5lib.constants import E as MESSAGES

from tagwright.codec.notation import SLUG_ATTRIBUTES
from tagwright.errors import InputError
from tagwright.prompt import PageContext
from tagwright_training.corpus.handwritten_checks import faults
from tagwright_training.corpus.handwritten_marks import mark, unmark_chance
from tagwright_training.corpus.handwritten_markup import (
    Element,
    MarkupError,
    Ref,
    attr,
    elements,
    refs,
    tree,
)
from tagwright_training.corpus.handwritten_requests import (
    Report,
    Value,
    Wording,
    read_requests,
)
from tagwright_training.corpus.handwritten_runs import NoRun, find_runs
from tagwright_training.corpus.semantics import TEXT, control_for
from tagwright_training.evaluate.wellformed import container_of, is_page

_HEADER = re.compile(r"###\s+(\S+)\s*(.*)")


@dataclass(frozen=True)
class Pair:
    """wordings: of the same wish. values: in the order of their first use. root: the markup.

    groups: lists of equal length, which change their length together.
    """

    file: str
    name: str
    line: int
    context: PageContext
    headed: bool
    wordings: tuple[Wording, ...]
    values: tuple[Value, ...]
    root: Element
    groups: tuple[tuple[int, ...], ...]

    @property
    def id(self) -> str:
        return f"{self.file}/{self.name}"


def parse(text: str, path: Path) -> list[Pair]:
    """The pairs of a file. Raises ``InputError`` for the first thing that is wrong."""
    pairs, wrong = read(text, path)
    if wrong:
        raise InputError(wrong[0])
    return pairs


def read(text: str, path: Path) -> tuple[list[Pair], list[str]]:
    """The pairs of a file that can be used, and all that is wrong with the others."""
    wrong: list[tuple[int, str]] = []
    pairs: list[Pair] = []
    names: set[str] = set()
    lines = text.splitlines()
    starts = [i for i, line in enumerate(lines) if line.startswith("###")]
    for i, line in enumerate(lines[: starts[0] if starts else len(lines)]):
        if line.strip() and not line.startswith("# "):
            wrong.append((i, "text before the first pair; begin a pair with '### name'"))
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found: list[tuple[int, str]] = []
        pair = _pair(lines[start:end], start, path, _reporter(found))
        if pair is not None and pair.name in names:
            found.append((start, f"the name {pair.name!r} is used twice; choose another"))
        if pair is not None:
            names.add(pair.name)
        if pair is not None and not found:
            pairs.append(pair)
        wrong += found
    told = [f"{path}, line {at + 1}: {what}" for at, what in sorted(wrong, key=lambda w: w[0])]
    return pairs, list(dict.fromkeys(told))


def _reporter(found: list[tuple[int, str]]) -> Report:
    return lambda at, what: found.append((at, what))


def _pair(lines: list[str], first: int, path: Path, report: Report) -> Pair | None:
    """One pair; first: line of its header. None when what is left makes no sense to check."""
    header = _HEADER.fullmatch(lines[0].rstrip())
    if header is None:
        report(first, "a header is '### name'; give the pair a name")
        return None
    context = _context(header[2], partial(report, first))
    requests: list[tuple[int, str]] = []
    markup_at = len(lines)
    for at, line in enumerate(lines[1:], start=1):
        if line.startswith(">"):
            requests.append((first + at, line[1:].strip().replace("\\n", "\n")))
        elif line.strip():
            markup_at = at
            break
    for at, line in enumerate(lines[markup_at:], start=markup_at):
        if line.startswith("> "):
            report(first + at, "a request after the markup; put it above, or begin a new pair")
    html = "\n".join(lines[markup_at:]).rstrip()
    if not requests:
        report(first, "the pair has no request; write one as '> request'")
    if not html:
        report(first, "the pair has no markup; write it below the requests")
    if not html or not requests:
        return None
    values, wordings = read_requests(requests, report)
    root = _markup(html, first + markup_at, report)
    if root is None:
        return None
    values, groups = _marked(root, values, report, first, markup_at)
    for at, what in faults(root, header_level=context.heading, words=[r for _, r in requests]):
        report(first + markup_at + at, what)
    return Pair(
        path.stem,
        header[1],
        first + 1,
        context,
        "heading=" in header[2],
        tuple(wordings),
        tuple(values),
        root,
        groups,
    )


def _context(options: str, report: Callable[[str], None]) -> PageContext:
    known = {"lang": "en", "parent": "", "heading": "0"}
    for option in options.split():
        key, _, value = option.partition("=")
        if key not in known or not value:
            report(f"{option!r} in the header; it knows lang=, parent= and heading=")
        else:
            known[key] = value
    if not re.fullmatch("[0-6]", known["heading"]):
        report(f"heading={known['heading']}; give a level from 1 to 6")
        known["heading"] = "0"
    return PageContext("", known["parent"], int(known["heading"]), known["lang"])


def _markup(html: str, first: int, report: Report) -> Element | None:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    if is_page(html):
        parser.parse(html)
    else:
        parser.parseFragment(html, container=container_of(html))
    for (line, _), code, details in parser.errors[:1]:
        message = MESSAGES[code] % details
        report(first + line - 1, f"the HTML standard refuses the markup: {message}; mend it")
    try:
        return tree(html)
    except MarkupError as error:
        report(first + error.line, str(error))
        return None


def _marked(
    root: Element, values: list[Value], report: Report, header: int, markup_at: int
) -> tuple[list[Value], tuple[tuple[int, ...], ...]]:
    """Mark the values in the markup; what is said about them there, and the groups of lists."""
    phones = frozenset(i for i, value in enumerate(values) if value.kind == "phone")
    html_words = _all_words(root)
    mark(root, [value.texts for value in values], phones)
    found = {(ref.value, ref.item) for ref in refs(root)}
    for index, value in enumerate(values):
        for item, text in enumerate(value.texts):
            if (index, item) in found:
                continue
            if value.kind == "keep" and text.casefold() in html_words:
                continue
            report(header, f"[{text}] is not in the markup; write it there, or don't mark it")
    placed = [
        Value(
            value.kind, value.texts, value.many, _place(root, index), _depends(root, index, value)
        )
        for index, value in enumerate(values)
    ]
    lengths = sorted({len(value.texts) for value in values if value.many})
    groups = []
    for length in lengths:
        group = [i for i, value in enumerate(values) if value.many and len(value.texts) == length]
        try:
            try:
                find_runs(root, group, length)
            except NoRun:
                unmark_chance(root, group, [value.texts for value in values])
                find_runs(root, group, length)
        except NoRun as error:
            report(header + markup_at + error.line, str(error))
        groups.append(tuple(group))
    return placed, tuple(groups)


def _all_words(root: Element) -> str:
    return " ".join(
        " ".join([e.tag, *(f"{name} {parts[0] if parts else ''}" for name, parts in e.attrs)])
        + " ".join(str(c.parts[0]) for c in e.children if not isinstance(c, Element))
        for e in elements(root)
    ).casefold()


def _holders(root: Element, index: int) -> list[Element]:
    """The innermost elements whose text has the value."""
    return [
        e
        for e in elements(root)
        if any(
            getattr(part, "value", None) == index
            for child in e.children
            if not isinstance(child, Element)
            for part in child.parts
        )
    ]


def _place(root: Element, index: int) -> str:
    """The element that the value stands in; "option" for the label of a radio button or box,
    "column" for a th above cells that have words of their own."""
    holders = _holders(root, index)
    labels = [e for e in holders if e.tag == "label"]
    if not labels:
        tag = holders[0].tag if holders else ""
        cells = any(
            isinstance(part, str) and part.strip()
            for e in elements(root)
            if e.tag == "td"
            for child in e.children
            if not isinstance(child, Element)
            for part in child.parts
        )
        return "column" if tag == "th" and cells else tag
    boxes = {
        attr(e, "id") for e in elements(root) if attr(e, "type") in (("radio",), ("checkbox",))
    }
    return "option" if attr(labels[0], "for") in boxes else "label"


def _depends(root: Element, index: int, value: Value) -> bool:
    """Whether the markup would have to change with the value."""
    if value.kind == "keep":
        return True
    if _place(root, index) == "label" and any(control_for(t) != TEXT for t in value.texts):
        return True
    for element in elements(root):
        for name, parts in element.attrs:
            # an attribute that the codec writes as a slug could only be spelt
            if name in SLUG_ATTRIBUTES and any(
                isinstance(p, Ref) and p.value == index and p.form == "raw" for p in parts or ()
            ):
                return True
    for time in elements(root):
        stamp = attr(time, "datetime")
        if stamp is None or any(not isinstance(part, str) for part in stamp):
            continue
        if any(ref.value == index for ref in refs(time)):
            return True
    return False

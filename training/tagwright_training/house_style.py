"""A made-up house style, to prove that an adapter learns one from a few hundred rows.

Names in the manner of BEM (getbem.com: block, ``__`` element, ``--`` modifier) whose words occur
nowhere else, so the base can't know them. Rows are plain corpus rows with these classes; the cases
ask whether an answer wears them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice

from tagwright.markup.tree import Element, parse, walk
from tagwright.prompt import PageContext
from tagwright_training.corpus import Row, rows
from tagwright_training.corpus.restyle_page import restyle_page

HOUSE = {
    "button": "zt-press",
    "primary button": "zt-press--solid",
    "card": "zt-slate",
    "card title": "zt-slate__cap",
    "card text": "zt-slate__prose",
    "nav": "zt-rail",
    "nav link": "zt-rail__hop",
    "form": "zt-sheet",
    "field": "zt-sheet__row",
    "label": "zt-sheet__tag",
    "input": "zt-sheet__well",
    "table": "zt-ledger",
    "section": "zt-bay",
    "section title": "zt-bay__cap",
    "list": "zt-stack",
    "footer": "zt-base",
}
_LONGEST = 700  # characters of markup


def style_rows(seed: int, others: float = 0.0) -> Iterator[Row]:
    """Endless rows in the house style, of components that it has names for.

    others: how much of the rows (0..1) the style has no say in (another framework's page, classes
    that the request gives), left as they are: rehearsal against forgetting (Scialom et al. 2022,
    arXiv:2205.12393).
    """
    styled = left = 0
    for row in rows(seed, edits=0.0):
        page = row.context
        if len(row.html) > _LONGEST or row.html.startswith("<!"):
            continue
        if page.framework or page.classes or page.lang != "en" or "class=" in row.html:
            if left < others * (styled + left):
                left += 1
                yield row
            continue
        html = restyle_page(row.html, HOUSE)
        if html == row.html:
            continue
        styled += 1
        yield Row(row.prompt, html, row.copied, PageContext(heading=page.heading), kind="style")


def style_case(number: int, row: Row) -> dict[str, object]:
    """A line of a case file: every class of the style is on the elements that wear it."""
    checks = []
    elements = list(walk(parse(row.html).nodes))
    for name in dict.fromkeys(element.name for element in elements):
        worn = [_classes(element) for element in elements if element.name == name]
        everywhere = set(worn[0]).intersection(*worn)
        for known in sorted(set().union(*worn)):
            checks.append({"css": f".{known}", "op": ">=", "count": 1})
            if known in everywhere:
                checks.append({"css": f"{name}:not(.{known})", "op": "==", "count": 0})
    context = {"heading": row.context.heading} if row.context.heading else {}
    return {"id": f"style-{number}", "prompt": row.prompt, "context": context, "checks": checks}


def style_cases(seed: int, count: int) -> list[dict[str, object]]:
    """``count`` cases; their rows are of a stream of their own."""
    chosen = random.Random(seed)
    drawn = (row for row in style_rows(seed) if chosen.random() < 0.5)
    return [style_case(number, row) for number, row in enumerate(islice(drawn, count), start=1)]


def _classes(element: Element) -> list[str]:
    return (element.attrs.get("class") or "").split()

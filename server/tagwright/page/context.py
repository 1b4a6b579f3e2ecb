"""What the page says about a place in it: enclosing elements, framework, names in use.

Works on any text, however broken or full of template code; it never raises.
"""

from __future__ import annotations

import re
from collections import Counter

from tagwright.markup.elements import HEADINGS, VOID, implied_ends, matching_open
from tagwright.markup.tokens import Token, scan
from tagwright.page.languages import HTML, Language
from tagwright.prompt import PageContext

_TEMPLATE_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<%.*?%>|<\?.*?\?>", re.DOTALL)
_HALF_NAME = re.compile(r"[{}<>%?]")
_LANG = re.compile(r"[a-zA-Z]{2,8}(?=[-_]|\Z)")
# Class names of one framework alone; both have "container", "flex" or "mt-3".
_BOOTSTRAP = re.compile(
    r"btn-(?:outline-)?(?:primary|secondary|success|danger|link)|col-(?:xs|sm|md|lg|xl)(?:-\d+)?"
    r"|container-fluid|form-(?:control|group|select|check|label)|navbar-[\w-]+|card-(?:body|title)"
    r"|d-(?:flex|none|block|grid)|list-group(?:-item)?|row-cols-\d|g-\d|img-fluid|nav-(?:link|item)"
)
_TAILWIND = re.compile(
    r"(?:sm|md|lg|xl|2xl|hover|focus|dark|group-hover):\S+|(?:text|bg|border|ring)-[a-z]+-\d{2,3}"
    r"|(?:space|gap)-[xy]-\d+|rounded-(?:md|lg|xl|2xl|full)|font-(?:medium|semibold|bold)"
    r"|text-(?:xs|sm|base|lg|xl|[2-9]xl)|(?:max-w|min-h|h|w)-(?:full|screen|\dxl|\d+)"
    r"|(?:p|px|py|m|mx|my)-(?:[6-9]|1\d)|inline-flex|items-center|tracking-\w+|leading-\w+"
)
_ENOUGH_CLASSES = 2


def enclosing(text: str, offset: int, language: Language = HTML) -> list[str]:
    """Return the names of the elements open at ``offset``, outermost first, in lower case."""
    stack: list[str] = []
    for token in scan(text, templates=True):
        if token.end > offset:
            break
        _follow(stack, token)
    return stack


def read_context(text: str, offset: int, language: Language = HTML) -> PageContext:
    """Read the page around ``offset`` (a string index into ``text``)."""
    stack: list[str] = []
    heading = 0
    lang = ""
    ids: dict[str, None] = {}
    classes: Counter[str] = Counter()
    sources: list[str] = []
    for token in scan(text, templates=True):
        if token.end <= offset:
            _follow(stack, token)
        if token.kind != "start":
            continue
        tag = token.tag
        if tag in HEADINGS and token.end <= offset:
            heading = int(tag[1])
        attrs = {name.lower(): value or "" for name, value in token.attrs}
        if tag == "html":
            lang = lang or _primary_language(attrs.get("lang") or attrs.get("xml:lang") or "")
        if tag in ("link", "script"):
            sources.append((attrs.get("href") or attrs.get("src") or "").lower())
        ids.update(dict.fromkeys(_names(attrs.get("id", ""))[:1]))
        classes.update(_names(attrs.get("class", "")))
    parent = stack[-1] if stack else ""
    return PageContext(
        framework=_framework(sources, classes),
        parent="" if parent in ("html", "body") else parent,
        heading=heading,
        lang=lang or "en",
        ids=tuple(ids),
        classes=tuple(name for name, _ in classes.most_common()),
    )


def _follow(stack: list[str], token: Token) -> None:
    """Bring the stack of open elements past one token."""
    tag = token.tag
    if token.kind == "start" and token.complete:
        ended = implied_ends(stack, tag)
        if ended:
            del stack[-ended:]
        # A slash closes nothing in HTML, only in SVG and MathML; but nobody writes "<div/>" in a
        # page and goes on inside it, while components of template languages do end that way.
        if tag not in VOID and not token.slash:
            stack.append(tag)
    elif token.kind == "end":
        index = matching_open(stack, tag)
        if index is not None:
            del stack[index:]


def _names(value: str) -> list[str]:
    """Return the names in an attribute value, but not those that template code is a part of."""
    return [n for n in _TEMPLATE_CODE.sub("{}", value).split() if not _HALF_NAME.search(n)]


def _primary_language(value: str) -> str:
    found = _LANG.match(value.strip())
    return found.group().lower() if found else ""


def _framework(sources: list[str], classes: Counter[str]) -> str:
    for name in ("bootstrap", "tailwind"):
        if any(name in source for source in sources):
            return name
    scores = {
        "bootstrap": sum(1 for name in classes if _BOOTSTRAP.fullmatch(name)),
        "tailwind": sum(1 for name in classes if _TAILWIND.fullmatch(name)),
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _ENOUGH_CLASSES else ""

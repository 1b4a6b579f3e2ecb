"""What the page says about a place in it: enclosing elements, framework, names in use.

Works on any text, however broken or full of template code; it never raises. Of a huge page only
the surroundings of the place and the page's head are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tagwright.markup.elements import FOREIGN_ROOTS, HEADINGS, KNOWN, implied_ends, matching_open
from tagwright.markup.tokens import Token
from tagwright.page.frameworks import framework_of
from tagwright.page.languages import HTML, Language
from tagwright.page.stylesheets import (
    Stylesheet,
    framework_texts,
    linked_stylesheets,
    own_classes,
)
from tagwright.page.tokens import page_tokens
from tagwright.page.view import View, follow, view_around
from tagwright.prompt import PageContext

MOST_CLASSES = 100
"""How many class names are kept: those nearest to the place."""

_TEMPLATE_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<%.*?%>|<\?.*?\?>", re.DOTALL)
_HALF_NAME = re.compile(r"[{}<>%?\"'()&|=]")
_BRACES = re.compile(r"\{[^{}]*\}")
_LITERAL = re.compile(r"\"([^\"]*)\"|'([^']*)'|`([^`$]*)`")
_LANG = re.compile(r"[a-zA-Z]{2,8}(?=[-_]|\Z)")
_ID = re.compile(r"[\s\"']id\s*=\s*(?:\"([^\"<>]+)\"|'([^'<>]+)'|([\w:.-]+))")
_HEAD = 20_000
_COMPONENTS = frozenset({"vue", "svelte", "astro", "jsx"})


def enclosing(text: str, offset: int, language: Language = HTML) -> list[str]:
    """Return the names of the elements open at ``offset``, outermost first, in lower case."""
    view = view_around(text, offset, offset, language)
    stack = list(view.open)
    for token in page_tokens(view.text, language):
        if token.end + view.start > offset:
            break
        follow(stack, token)
    return stack


def unclosed(text: str, offset: int, language: Language = HTML) -> list[str]:
    """Return those elements open at ``offset`` that have no end tag behind it, outermost first.

    What is written there may close them; the end tags of all others stand in the page already.
    """
    view = view_around(text, offset, offset, language)
    stack = list(view.open)
    names: list[str] | None = None
    closed: set[int] = set()
    # Of the elements open at the place, those up to here are open still.
    still = 0
    for token in page_tokens(view.text, language):
        if token.end + view.start > offset and names is None:
            names, still = list(stack), len(stack)
        if names is not None and token.kind == "end":
            index = matching_open(stack, token.tag)
            if index is not None and index < still:
                closed.add(index)
                still = index
        elif names is not None and token.kind == "start":
            still = min(still, len(stack) - implied_ends(stack, token.tag))
        follow(stack, token)
    names = stack if names is None else names
    if view.start + len(view.text) < len(text):
        # Their end tags are too far away to be seen.
        closed.update(range(still))
    return [name for at, name in enumerate(names) if at not in closed]


def read_context(
    text: str,
    offset: int,
    language: Language = HTML,
    stylesheets: Sequence[Stylesheet] = (),
) -> PageContext:
    """Read the page around ``offset`` (a string index into ``text``).

    stylesheets: those of the workspace that the page links (``page.stylesheets``).
    """
    view = view_around(text, offset, offset, language)
    reader = _Reader(offset - view.start, language, view)
    for token in page_tokens(view.text, language):
        reader.take(token, view.text)
    sources = reader.sources
    lang = reader.lang
    if not view.whole:
        head = _Reader(0, language, View(""))
        for token in page_tokens(text[:_HEAD], language):
            head.take(token, text)
        sources = [*head.sources, *sources]
        lang = lang or head.page_lang
    sources += linked_stylesheets(text)
    used = sorted(reader.classes.items(), key=lambda item: item[1].distance)[:MOST_CLASSES]
    used.sort(key=lambda item: (-item[1].count, item[1].distance))
    classes = [name for name, _ in used]
    sheets = [*stylesheets, *(Stylesheet("", css) for css in reader.styles)]
    framework, version = framework_of(
        sources, {*reader.classes, *reader.markers}, framework_texts(sheets)
    )
    known = dict.fromkeys([*classes, *own_classes(sheets)])
    stack = reader.names
    if stack[-1:] == ["p"] and unclosed(text, offset, language)[-1:] == ["p"]:
        # A p without an end tag ends where a block begins.
        stack = stack[:-1]
    parent = stack[-1] if stack else ""
    if parent in ("html", "body") or (language.scanner == "vue" and stack == ["template"]):
        parent = ""
    if language.scanner in _COMPONENTS and parent not in KNOWN | FOREIGN_ROOTS:
        # What a component makes of its content is not to be seen here.
        parent = ""
    return PageContext(
        framework=framework,
        parent=parent,
        heading=reader.heading,
        lang=lang or "en",
        ids=tuple(_ids(text, reader, view)),
        classes=tuple(known)[:MOST_CLASSES],
        framework_version=version,
    )


@dataclass
class _Use:
    """How often a class is used, and how near to the place (characters)."""

    count: int
    distance: int


@dataclass
class _Reader:
    """Collects what the tokens say; ``offset`` is the place in the text they come from."""

    offset: int
    language: Language
    view: View
    names: list[str] = field(default_factory=list)
    langs: list[str] = field(default_factory=list)
    heading: int = 0
    page_lang: str = ""
    ids: dict[str, int] = field(default_factory=dict)
    classes: dict[str, _Use] = field(default_factory=dict)
    markers: set[str] = field(default_factory=set)
    sources: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names = list(self.view.open)
        self.langs = [""] * len(self.names)
        self.heading = self.view.heading

    @property
    def lang(self) -> str:
        """The language at the place: of the nearest ancestor that has one, else of the page."""
        return next((lang for lang in reversed(self.langs) if lang), self.page_lang)

    def take(self, token: Token, text: str) -> None:
        before = token.end <= self.offset
        if token.kind == "raw" and token.tag == "style":
            self.styles.append(text[token.start : token.end])
        if token.kind not in ("start", "end"):
            return
        attrs = self._attributes(token) if token.kind == "start" else {}
        lang = _primary_language(attrs.get("lang") or attrs.get("xml:lang") or "")
        if before:
            follow(self.names, token)
            del self.langs[len(self.names) :]
            self.langs += [""] * (len(self.names) - len(self.langs))
            opened = token.kind == "start" and token.complete and not token.slash
            if opened and self.names[-1:] == [token.tag]:
                self.langs[-1] = lang
        if token.kind == "start":
            self._note(token, attrs, lang, before)

    def _note(self, token: Token, attrs: dict[str, str], lang: str, before: bool) -> None:
        tag = token.tag
        if tag in HEADINGS and before:
            self.heading = int(tag[1])
        if tag == "html":
            self.page_lang = self.page_lang or lang
        if tag in ("link", "script"):
            self.sources.append((attrs.get("href") or attrs.get("src") or "").lower())
        distance = self.offset - token.end if before else max(token.start - self.offset, 0)
        for name in _names(attrs.get("id", ""))[:1]:
            self.ids[name] = min(distance, self.ids.get(name, distance))
        for name in _names(attrs.get("class", "")):
            use = self.classes.setdefault(name, _Use(0, distance))
            use.count += 1
            use.distance = min(use.distance, distance)
        self.markers.update(name for name in attrs if name.startswith("data-bs-"))

    def _attributes(self, token: Token) -> dict[str, str]:
        attrs = {name.lower(): value or "" for name, value in token.attrs}
        if self.language.scanner in _COMPONENTS - {"vue"}:
            attrs = {
                {"classname": "class"}.get(name, name): _plain(value)
                for name, value in attrs.items()
            }
        return attrs


def _plain(value: str) -> str:
    """Return what is sure of a value with expressions: the strings in one, the text around it."""
    if value.startswith("{"):
        return " ".join("".join(groups) for groups in _LITERAL.findall(value))
    return _BRACES.sub("{}", value)


def _ids(text: str, reader: _Reader, view: View) -> list[str]:
    """Return all ids, nearest first: none of them may be given away again, however far it is."""
    near = sorted(reader.ids, key=lambda name: reader.ids[name])
    if view.whole:
        return near
    found = ("".join(groups) for groups in _ID.findall(text))
    return list(dict.fromkeys([*near, *(name for name in found if not _HALF_NAME.search(name))]))


def _names(value: str) -> list[str]:
    """Return the names in an attribute value, but not those that template code is a part of."""
    return [n for n in _TEMPLATE_CODE.sub("{}", value).split() if not _HALF_NAME.search(n)]


def _primary_language(value: str) -> str:
    found = _LANG.match(value.strip())
    return found.group().lower() if found else ""

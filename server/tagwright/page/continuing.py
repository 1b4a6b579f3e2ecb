"""Going on with markup that has begun: the next items of the list the cursor stands in.

The model gets the element so far and answers with the whole element. Only an answer that begins
with what stands there already, child by child, is of use: what it has beyond that is inserted, and
nothing in the page changes. Both are compared as trees, never as strings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tagwright.markup.elements import LISTS, SECTIONS, VOID, implied_ends, matching_open
from tagwright.markup.format import format_html
from tagwright.markup.tokens import Token, scan
from tagwright.markup.tree import Comment, Element, Node, Text, is_blank, parse, serialise
from tagwright.page.edit import Edit
from tagwright.page.indent import indent_unit, line_indent, newline_of
from tagwright.page.languages import HTML, Language
from tagwright.page.positions import line_end, line_start
from tagwright.page.tokens import page_tokens
from tagwright.page.view import view_around

INSTRUCTION = "Continue this markup: add what comes next."

_BLANKS = " \t"
_LONGEST = 4000
# Their children are of one kind, or follow one pattern: what comes next can be told.
_CONTAINERS = (
    LISTS
    | SECTIONS
    | {"dl", "table", "tr", "select", "datalist", "form", "fieldset", "nav", "figure"}
    | {"section", "article", "header", "footer", "main", "aside", "div"}
)
_SPACE = re.compile(r"\s+")
_ONLY_ENDS = re.compile(r"(?:\s*</[a-zA-Z][\w-]*\s*>)*\s*\Z")


@dataclass(frozen=True)
class Begun:
    """An element that is open at the cursor, with its start tag and one child at least.

    start: where it begins. end: where it ends, past its end tag; the cursor where it has none.
    """

    start: int
    cursor: int
    end: int

    @property
    def is_closed(self) -> bool:
        """Whether its end tag stands behind the cursor."""
        return self.end > self.cursor


def begun_at(text: str, cursor: int, language: Language = HTML) -> Begun | None:
    """Return the element that could go on at the cursor, None (quickly) where none can.

    The cursor must stand behind all that is on its line but end tags, and not within a tag, a
    comment, a script or a text.
    """
    rest = text[cursor : line_end(text, cursor)]
    before = text[:cursor].rstrip()
    if language.scanner != "html" or not _ONLY_ENDS.match(rest) or not before.endswith(">"):
        return None
    element = _open_element(text, cursor, language)
    if element is None:
        return None
    tag, end = element
    if tag.tag not in _CONTAINERS or cursor - tag.start > _LONGEST:
        return None
    begun = _only_element(parse(text[tag.start : cursor]).nodes)
    children = _solid(begun.children) if begun is not None else []
    if not children or not isinstance(children[-1], Element):
        return None
    return Begun(tag.start, cursor, end)


def continuation(text: str, begun: Begun, html: str) -> Edit | None:
    """Return the insertion at the cursor that makes the element what the model answered.

    None where the answer has nothing more, or something else than stands in the page.
    """
    here = parse(text[begun.start : begun.cursor])
    there = parse(html)
    element, answer = _only_element(here.nodes), _only_element(there.nodes)
    if element is None or answer is None or not _same_tag(element, answer):
        return None
    old, new = _solid(element.children), _solid(answer.children)
    more = new[len(old) :]
    if not more or not all(isinstance(node, Element) for node in more):
        return None
    if any(not _equal(one, other) for one, other in zip(old, new, strict=False)):
        return None
    later = _later(text, begun, element.name)
    known = next((n for n, node in enumerate(more) if any(_equal(node, o) for o in later)), None)
    return _inserted(text, begun, element, more[:known]) if known != 0 else None


def _later(text: str, begun: Begun, name: str) -> list[Node]:
    """Return the children that stand behind the cursor already."""
    if not begun.is_closed:
        return []
    element = _only_element(parse(f"<{name}>{text[begun.cursor : begun.end]}").nodes)
    return _solid(element.children) if element is not None else []


def _inserted(text: str, begun: Begun, element: Element, more: list[Node]) -> Edit:
    newline, unit = newline_of(text), indent_unit(text)
    outer = line_indent(text, begun.start)
    inner = _child_indent(text, begun) or outer + unit
    markup = format_html(serialise(more), unit, inner, newline)
    line = text[line_start(text, begun.cursor) : begun.cursor]
    if line.strip(_BLANKS):
        markup = newline + markup
    else:
        # On a blank line the user's own blanks are the indentation.
        markup = markup.removeprefix(line) if markup.startswith(line) else markup.lstrip(_BLANKS)
    if not begun.is_closed:
        markup += f"{newline}{outer}</{element.name}>"
    elif text[begun.cursor : line_end(text, begun.cursor)].strip(_BLANKS):
        markup += newline + outer
    return Edit(begun.cursor, begun.cursor, markup)


def _child_indent(text: str, begun: Begun) -> str:
    """Return what the line of the last child begins with, ``""`` where it shares the tag's line."""
    last = len(text[: begun.cursor].rstrip())
    first = line_start(text, begun.start)
    depth: list[Token] = []
    child = -1
    for token in scan(text[begun.start : last], templates=True):
        if len(depth) == 1 and token.kind == "start":
            child = begun.start + token.start
        _follow(depth, token)
    return line_indent(text, child) if child >= 0 and line_start(text, child) > first else ""


def _open_element(text: str, cursor: int, language: Language) -> tuple[Token, int] | None:
    """Return the start tag of the innermost element open at the cursor, and where that ends.

    The end is the cursor where no end tag stands behind it. None within a tag or a comment.
    """
    view = view_around(text, cursor, cursor, language)
    open_tags: list[Token] = []
    found: Token | None = None
    depth = 0
    for token in page_tokens(view.text, language):
        token = token._replace(start=token.start + view.start, end=token.end + view.start)
        if found is None and token.end > cursor:
            if not open_tags or (token.start < cursor and token.kind != "text"):
                return None
            found, depth = open_tags[-1], len(open_tags)
        closes_it = len(open_tags) == depth and token.kind == "end"
        _follow(open_tags, token)
        if found is not None and len(open_tags) < depth:
            same = closes_it and token.tag == found.tag
            return found, token.end if same else cursor
    found = found or (open_tags[-1] if open_tags else None)
    return (found, cursor) if found is not None else None


def _follow(open_tags: list[Token], token: Token) -> None:
    names = [tag.tag for tag in open_tags]
    if token.kind == "start" and token.complete:
        ended = implied_ends(names, token.tag)
        if ended:
            del open_tags[-ended:]
        if token.tag not in VOID and not token.slash:
            open_tags.append(token)
    elif token.kind == "end":
        index = matching_open(names, token.tag)
        if index is not None:
            del open_tags[index:]


def _only_element(nodes: list[Node]) -> Element | None:
    solid = _solid(nodes)
    return solid[0] if len(solid) == 1 and isinstance(solid[0], Element) else None


def _solid(nodes: list[Node]) -> list[Node]:
    return [node for node in nodes if not is_blank(node) and not isinstance(node, Comment)]


def _same_tag(one: Element, other: Element) -> bool:
    return one.name == other.name and one.attrs == other.attrs


def _equal(one: Node, other: Node) -> bool:
    if isinstance(one, Text) and isinstance(other, Text):
        return _SPACE.sub(" ", one.data).strip() == _SPACE.sub(" ", other.data).strip()
    if not isinstance(one, Element) or not isinstance(other, Element):
        return False
    mine, its = _solid(one.children), _solid(other.children)
    return _same_tag(one, other) and len(mine) == len(its) and all(map(_equal, mine, its))

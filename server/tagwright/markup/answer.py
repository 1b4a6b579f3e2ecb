"""Finds the markup in what a model said: fences, prose and a page around it are taken off."""

from __future__ import annotations

import re

from tagwright.markup.elements import BLOCK, HEAD_ONLY, KNOWN, METADATA, PHRASING
from tagwright.markup.tree import (
    Comment,
    Doctype,
    Element,
    Node,
    Text,
    is_blank,
    is_noncharacter,
    walk,
)

# Characters that a page may not hold (13.2.3.5), and halves of surrogate pairs.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_THOUGHT = re.compile(r"\A\s*<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z!]")
_FENCE_LANGUAGE = re.compile(r"\A(?:[\w+-]*[ \t]*\n|(?:html?|xml|markup)\b[ \t]*)", re.IGNORECASE)
_LAST_FENCE = re.compile(r"\n```[ \t]*(?:\n|\Z)")
_BRACKETLESS = re.compile(
    r"\s*/?(?:!doctype\s+html|([a-zA-Z][a-zA-Z0-9]*)"
    r"((?:\s+[\w:@.-]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*))\s*/?>",
    re.IGNORECASE,
)
_CHATTY = re.compile(
    r"\s*(?:sure|certainly|of course|okay|ok|absolutely|great|here(?:'s|’s| is| are)|below|this is"
    r"|the following|i(?:'ve| have|'ll))\b",
    re.IGNORECASE,
)
_WORDS_OF_PROSE = 3


def clean(answer: str) -> str:
    """Return the part of an answer that may be markup, with ``\\n`` line ends.

    Reasoning, Markdown fences and characters that HTML does not allow go; a forgotten first
    ``<`` comes back.
    """
    text = _CONTROL.sub("", answer.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(char for char in text if not is_noncharacter(ord(char)))
    text = _unfence(_THOUGHT.sub("", text))
    start = _BRACKETLESS.match(text)
    if start:
        name, attrs = start.group(1, 2)
        if name is None or (name.lower() in KNOWN and (not attrs.strip() or "=" in attrs)):
            text = "<" + text.lstrip().removeprefix("/")
    return text


def _unfence(text: str) -> str:
    fence = text.find("```")
    tag = _TAG.search(text)
    if fence < 0 or tag is None:
        return text
    if fence < tag.start():
        for block in text.split("```")[1::2]:
            if _TAG.search(block) or _BRACKETLESS.match(block):
                return _FENCE_LANGUAGE.sub("", block, count=1)
    if re.search(r"<(?:pre|code|script|textarea)\b", text, re.IGNORECASE):
        return text
    return _LAST_FENCE.split(text)[0]


def without_prose(nodes: list[Node]) -> list[Node]:
    """Drop what a chatty model says around its markup, and comments that only repeat the prompt.

    Text between blocks is talk; beside inline elements it may be content (``Hi <b>you</b>``).
    """
    elements = [index for index, node in enumerate(nodes) if isinstance(node, Element)]
    if not elements:
        return []
    blocks = any(_is_block(nodes[index]) for index in elements)
    kept: list[Node] = []
    for index, node in enumerate(nodes):
        if isinstance(node, Comment):
            continue
        if isinstance(node, Text) and not is_blank(node):
            leading, trailing = index < elements[0], index > elements[-1]
            if blocks or _is_talk(node.data, leading, trailing):
                continue
        kept.append(node)
    return kept


def _is_block(node: Node) -> bool:
    return isinstance(node, Element) and (node.name in BLOCK or node.name not in PHRASING)


def _is_talk(text: str, leading: bool, trailing: bool) -> bool:
    wordy = len(text.split()) >= _WORDS_OF_PROSE
    if leading:
        own_line = "\n" in text[len(text.rstrip()) :]
        return bool(_CHATTY.match(text)) or (own_line and wordy)
    return trailing and wordy and "\n" in text[: len(text) - len(text.lstrip())]


def is_document(nodes: list[Node]) -> bool:
    """Whether the nodes are a whole page: a doctype, html or head is among them."""
    return any(isinstance(node, Doctype) for node in nodes) or any(
        element.name in ("html", "head") for element in walk(nodes)
    )


def document_parts(nodes: list[Node]) -> tuple[Element, Element, Element]:
    """Return html, head and body of a page, made where missing; html holds the other two.

    What stands outside of head and body goes where it belongs.
    """
    html = Element("html")
    head = Element("head")
    body = Element("body")
    _sort(nodes, html, head, body, page=False)
    if not html.attrs.get("lang", "en"):
        del html.attrs["lang"]
    html.children = [head, body]
    return html, head, body


def _sort(nodes: list[Node], html: Element, head: Element, body: Element, *, page: bool) -> None:
    """Sort nodes into head and body. page: the nodes stand inside html; other text is talk."""
    for node in nodes:
        if isinstance(node, Element) and node.name in ("html", "head", "body"):
            target = {"html": html, "head": head, "body": body}[node.name]
            target.attrs.update(node.attrs)
            if node.name == "html":
                _sort(node.children, html, head, body, page=True)
            else:
                target.children += node.children
        elif isinstance(node, Element):
            early = node.name in METADATA and not body.children
            (head if early or node.name in HEAD_ONLY else body).children.append(node)
        elif page and isinstance(node, Text) and not is_blank(node):
            body.children.append(node)

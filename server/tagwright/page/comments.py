"""The comment syntaxes that can hold a prompt, and the words in them."""

from __future__ import annotations

import re

from tagwright.page.languages import Language
from tagwright.page.wording import LONGEST

# Each takes a whole token; ``body`` is what its author wrote.
_SYNTAXES = {
    "html": r"<!--(?P<body>.*?)(?:-?-->|--!>)",
    "hash": r"\{#[-+~]?(?P<body>.*?)[-+~]?#\}",
    "tag": r"\{%-?\s*comment\b[^%]*%\}(?P<body>.*)\{%-?\s*endcomment\s*-?%\}",
    "inline-tag": r"\{%-?\s*#(?P<body>.*?)-?%\}",
    # "<%#= x %>" is output that was commented out.
    "percent-hash": r"<%#(?!=)(?P<body>.*?)-?%>",
    "percent-dashes": r"<%!?--(?P<body>.*?)--%>",
    # The whole block is one comment: behind anything else, markup would stand in the program.
    "php": (
        r"<\?(?:php\b)?\s*(?:/\*+(?P<body>(?:(?!\*/).)*)\*/"
        r"|(?P<lines>(?:(?://|\#(?!\[))[^\r\n]*?\s*)+))\s*\?>"
    ),
    "blade": r"\{\{--(?P<body>.*?)--\}\}",
    # "{{!< default}}" names the layout in Express.
    "mustache": r"\{\{~?!(?!--|<)(?P<body>.*?)~?\}\}",
    "mustache-dashes": r"\{\{~?!--(?P<body>.*?)--~?\}\}",
    "go": r"\{\{-?\s*/\*(?P<body>.*?)\*/\s*-?\}\}",
    "braces": r"\{\s*/\*+(?P<body>(?:(?!\*/).)*)\*/\s*\}",
}
# What each begins and ends with at the least, to look for quickly.
_EDGES = {
    "html": ("<!--", "-->"),
    "hash": ("{#", "#}"),
    "tag": ("{%", "endcomment"),
    "inline-tag": ("{%", "%}"),
    "percent-hash": ("<%#", "%>"),
    "percent-dashes": ("<%", "--%>"),
    "php": ("<?", "?>"),
    "blade": ("{{--", "--}}"),
    "mustache": ("{{", "}}"),
    "mustache-dashes": ("{{", "}}"),
    "go": ("{{", "}}"),
    "braces": ("/*", "*/"),
}
# The marks at the beginnings of a comment's lines: "* like this", "// this", "# this".
_STAR = re.compile(r"^[ \t]*\*+(?=[ \t]|$)[ \t]?", re.MULTILINE)
_LINE_MARK = re.compile(r"^[ \t]*(?://+|#+)[ \t]?", re.MULTILINE)
_STARRED = frozenset({"php", "go", "braces"})


def comment_body(source: str, language: Language) -> str | None:
    """Return what stands in a comment, None if ``source`` isn't one comment of the language."""
    for name in language.comments:
        found = re.compile(_SYNTAXES[name], re.DOTALL).fullmatch(source)
        if found is None:
            continue
        lines = found.groupdict().get("lines")
        if lines or name == "inline-tag":
            return _LINE_MARK.sub("", lines or found["body"])
        return _STAR.sub("", found["body"]) if name in _STARRED else str(found["body"])
    return None


def may_be_comment(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a comment of the language can reach into ``text[start:end]``; a quick look."""
    for opener, closer in {_EDGES[name] for name in language.comments}:
        opened = text.rfind(opener, max(0, start - LONGEST), end)
        if opened < 0:
            continue
        closed = text.find(closer, opened, end)
        if closed < 0 or closed + len(closer) >= start:
            return True
    return False


def comment_start(language: Language) -> str:
    """Return a pattern for a comment's beginning up to its words, with their decoration."""
    edges = {opener for opener, _ in (_EDGES[name] for name in language.comments)} | {"%}"}
    return rf"(?:{'|'.join(map(re.escape, sorted(edges)))})(?:php\b)?[\s{{!~+*#/\\=_–—|<>-]{{0,80}}"

"""Tags and comments of a page in its language, by one of the tokenizers.

In Markdown, code and autolinks are no markup; source: CommonMark 0.31, sections 4.4, 4.5, 6.1, 6.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tagwright.markup.braces import Dialect, scan_braces
from tagwright.markup.tokens import Token, scan
from tagwright.page.languages import Language
from tagwright.page.positions import line_start

_DIALECTS: dict[str, Dialect] = {"jsx": "jsx", "astro": "astro", "svelte": "svelte"}
# What of these begins first hides the others.
_HIDDEN = re.compile(
    r"(?P<comment><!--.*?-->)"
    r"|^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(?P<fence>`{3,}|~{3,})[^\n]*(?:\n|\Z)"
    r"(?:.*?^[ \t>]*(?P=fence)[`~]*[ \t\r]*$|.*\Z)"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t\r]*\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|<[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]*>|<[\w.+-]+@[\w.-]+>",
    re.DOTALL | re.MULTILINE,
)
_FRONTMATTER = re.compile(r"---[ \t\r]*\n.*?^---[ \t\r]*$", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"[ \t]*([-*+]|\d+[.)])?")
_CODE_INDENT = 4


def page_tokens(text: str, language: Language) -> Iterator[Token]:
    """Yield the tokens of a page, without gaps; never raises.

    Programs and template code are tokens of kind ``code``, code in Markdown is ``raw``.
    """
    if language.scanner in _DIALECTS:
        return scan_braces(text, _DIALECTS[language.scanner])
    if language.scanner == "markdown":
        return _markdown(text)
    return scan(text, templates=True)


def _markdown(text: str) -> Iterator[Token]:
    at = 0
    front = _FRONTMATTER.match(text)
    spans = [front.span()] if front else []
    for found in _HIDDEN.finditer(text, front.end() if front else 0):
        if found["comment"] is None or _is_indented_code(text, found.start()):
            spans.append(found.span())
    for start, end in [*spans, (len(text), len(text))]:
        if start > at:
            yield from _shifted(text[at:start], at)
        if end > start:
            yield Token("raw", start, end)
        at = end


def _shifted(text: str, by: int) -> Iterator[Token]:
    for token in scan(text, templates=True):
        yield token._replace(start=token.start + by, end=token.end + by)


def _is_indented_code(text: str, offset: int) -> bool:
    """Whether the line of ``offset`` is code by its indentation: neither in a list nor a text."""
    start = line_start(text, offset)
    lead = text[start:offset].expandtabs(_CODE_INDENT)
    if lead.strip() or len(lead) < _CODE_INDENT:
        return False
    above = text[max(0, start - 2000) : start].expandtabs(_CODE_INDENT).splitlines()
    if above and above[-1].strip():
        return False
    for line in reversed(above):
        found = _LINE.match(line)
        if not line.strip() or found is None:
            continue
        if len(line) - len(line.lstrip()) < len(lead):
            return not found[1]
    return True

"""A whole request as the embedded model reads it: prompt, page, and markup to change.

Classes that the page uses and the texts and attribute values of the markup to change get slots
too, so the model copies them without spelling them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from tagwright.codec.notation import (
    CLOSE,
    FIXED_ATTRIBUTES,
    INPUT,
    MOST_SIBLINGS,
    PAGE,
    PHRASES,
    VOID,
    sibling,
    slot,
)
from tagwright.codec.slots import Slot, shown, slotted
from tagwright.markup.tokens import Token, scan
from tagwright.prompt import PageContext, Request

# Classes that the model gets to see: those used most.
_CLASSES = 10
# Words of a text, and characters of an attribute value, that it reads; the rest is only copied.
_WORDS = 6
_VALUE = 24
_BLANKS = re.compile(r"[ \t\n\f\r]+")  # a no-break space is content


@dataclass
class Reading:
    """text: what the model reads. slots: all of them, by number.

    classes, texts, values: number of the slot for a class of the page, and for a text and an
    attribute value of the markup to change.
    """

    text: str
    slots: dict[int, Slot]
    classes: dict[str, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    values: dict[str, int] = field(default_factory=dict)


@lru_cache(maxsize=16)  # one request is encoded once and decoded with every token that comes
def read_request(request: Request, first: int = 0) -> Reading:
    """Number everything that the answer may point at; ``first`` as for ``slotted``."""
    prompt = slotted(request.prompt, first)
    reading = Reading(prompt.text, dict(prompt.slots))
    numbers = _Numbers(reading, prompt.next_phrase)
    reading.text += _page(request.context, numbers)
    if request.input:
        reading.text += INPUT + _markup(request.input, numbers)
    return reading


class _Numbers:
    """Hands out the slots behind those of the prompt; a value that comes again keeps its own."""

    def __init__(self, reading: Reading, following: int) -> None:
        self.reading = reading
        self.following = following

    def mark(self, known: dict[str, int], value: str, exact: bool = False) -> str:
        """The slot mark for ``value``, ``""`` when there are no numbers left."""
        if value not in known:
            if self.following >= PHRASES:
                return ""
            made = Slot(self.following, value, value, True, False, 0, exact)
            self.reading.slots[self.following] = made
            known[value] = self.following
            self.following += 1
        return slot(known[value])


def _page(page: PageContext, numbers: _Numbers) -> str:
    facts = [page.framework, f"in {page.parent}" if page.parent else ""]
    facts += [f"h{page.heading}" if page.heading else "", page.lang if page.lang != "en" else ""]
    known = "".join(f" {fact}" for fact in facts if fact)
    # The classes of a framework are known by its name.
    for name in () if page.framework else page.classes[:_CLASSES]:
        mark = numbers.mark(numbers.reading.classes, name, exact=True)
        known += f" .{_clean(name)[:_VALUE].lower()}{mark}" if mark else ""
    return PAGE + known if known else ""


def _clean(text: str) -> str:
    """Without what would look like the notation's own marks."""
    return re.sub(r"<\|+", "<", text)


def _markup(html: str, numbers: _Numbers) -> str:
    """Markup in the notation of the answers, with what can be copied spelt and numbered."""
    out: list[str] = []
    stack: list[str] = []
    counts: list[dict[str, int]] = [{}]
    html = _clean(html)
    for token in scan(html):
        source = html[token.start : token.end]
        if token.kind in ("text", "raw"):
            out.append(_text(source, numbers))
        elif token.kind == "declaration":
            out.append("<!DOCTYPE html>")
        elif token.kind == "start" and token.complete:
            number = counts[-1][token.tag] = counts[-1].get(token.tag, 0) + 1
            if 1 < number <= MOST_SIBLINGS:
                out.append(sibling(number))
            out.append(_start_tag(token, numbers))
            if token.tag not in VOID and not token.slash:
                stack.append(token.tag)
                counts.append({})
        elif token.kind == "end":
            # An end tag that closes something else shows that one is missing before it.
            out.append(CLOSE if stack[-1:] == [token.tag] else f"</{token.tag}>")
            while token.tag in stack:
                counts.pop()
                if stack.pop() == token.tag:
                    break
    return "".join(out)


def _text(source: str, numbers: _Numbers) -> str:
    value = text_value(source)
    if not value:
        return ""
    words = [shown(word, not index) for index, word in enumerate(value.split(" ")[:_WORDS])]
    return words[0] + numbers.mark(numbers.reading.texts, value) + "".join(words[1:])


def text_value(source: str) -> str:
    """A text node's content as it is copied: entities resolved, spaces one."""
    return _BLANKS.sub(" ", unescape(source)).strip(" ")


def _start_tag(token: Token, numbers: _Numbers) -> str:
    parts = [f"<{token.tag}"]
    for name, value in token.attrs:
        if value is None:
            parts.append(f" {name.lower()}")
            continue
        value = unescape(value)
        mark = ""
        if name.lower() not in FIXED_ATTRIBUTES and value:
            mark = numbers.mark(numbers.reading.values, value, exact=True)
        spelt = value[:_VALUE].replace('"', "'").replace("<", "")
        parts.append(f' {name.lower()}="{spelt}{mark}"')
    return "".join([*parts, ">"])

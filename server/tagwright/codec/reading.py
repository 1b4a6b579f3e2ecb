"""A whole request as the embedded model reads it: prompt, page, and markup to change.

Classes that the page uses get slots too. So do the elements, texts and attribute values of the
markup to change: an answer repeats an element that stays as it was, with all that is in it, by one
pointer (copying spans: Panthaplackel, Allamanis and Brockschmidt 2021, arXiv:2006.04771), so
nothing in it can get lost.
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
    SLOTS,
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


@dataclass(frozen=True)
class Source:
    """An element of the markup to change. source: all of it, from the start to the end tag."""

    name: str
    start_tag: str
    source: str


@dataclass
class Reading:
    """text: what the model reads. slots: words, texts and values, by number.

    elements: those of the markup to change, by number. classes, texts, values: number of the slot
    for a class of the page, and for a text and an attribute value of the markup to change.
    """

    text: str
    slots: dict[int, Slot]
    elements: dict[int, Source] = field(default_factory=dict)
    classes: dict[str, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    values: dict[str, int] = field(default_factory=dict)


@lru_cache(maxsize=16)  # one request is encoded once and decoded with every token that comes
def read_request(request: Request, first: int = 0) -> Reading:
    """Number everything that the answer may point at; ``first`` as for ``slotted``."""
    prompt = slotted(request.prompt, first, changes=bool(request.input))
    reading = Reading(prompt.text, dict(prompt.slots))
    numbers = _Numbers(reading, prompt.next_phrase, prompt.next_word)
    reading.text += _page(request.context, numbers)
    if request.input:
        reading.text += INPUT + _Markup(_clean(request.input), numbers).read()
    return reading


class _Numbers:
    """Hands out the slots behind those of the prompt, elements and classes from the first sort."""

    def __init__(self, reading: Reading, next_phrase: int, next_word: int) -> None:
        self.reading = reading
        self.next_phrase = next_phrase
        self.next_word = next_word

    def element(self) -> int | None:
        """A number of the first sort; None when there are none left."""
        if self.next_phrase >= PHRASES:
            return None
        self.next_phrase += 1
        return self.next_phrase - 1

    def of_class(self, name: str) -> str:
        """The slot mark for a class of the page, ``""`` when there are no numbers left."""
        number = self.element()
        return "" if number is None else self._kept(self.reading.classes, name, number, True)

    def value(self, known: dict[str, int], value: str, exact: bool) -> str:
        """The slot mark for a text or value; one that comes again keeps its number."""
        if value in known:
            return slot(known[value])
        if self.next_word >= SLOTS:
            return ""
        self.next_word += 1
        return self._kept(known, value, self.next_word - 1, exact)

    def _kept(self, known: dict[str, int], value: str, number: int, exact: bool) -> str:
        known[value] = number
        self.reading.slots[number] = Slot(number, value, value, True, False, 0, exact)
        return slot(number)


def _page(page: PageContext, numbers: _Numbers) -> str:
    facts = [page.framework, f"in {page.parent}" if page.parent else ""]
    facts += [f"h{page.heading}" if page.heading else "", page.lang if page.lang != "en" else ""]
    known = "".join(f" {fact}" for fact in facts if fact)
    # The classes of a framework are known by its name.
    for name in () if page.framework else dict.fromkeys(page.classes[:_CLASSES]):
        mark = numbers.of_class(name)
        known += f" .{_clean(name)[:_VALUE].lower()}{mark}" if mark else ""
    return PAGE + known if known else ""


def _clean(text: str) -> str:
    """Without what would look like the notation's own marks."""
    return re.sub(r"<\|+", "<", text)


@dataclass
class _Open:
    """An element whose end tag has not come yet."""

    name: str
    number: int | None
    start: int
    start_tag: str
    counts: dict[str, int] = field(default_factory=dict)


class _Markup:
    """Markup in the notation of the answers, with everything numbered that can be repeated."""

    def __init__(self, html: str, numbers: _Numbers) -> None:
        self.html = html
        self.numbers = numbers
        self.out: list[str] = []
        self.stack = [_Open("", None, 0, "")]

    def read(self) -> str:
        for token in scan(self.html):
            if token.kind in ("text", "raw"):
                self._text(self.html[token.start : token.end])
            elif token.kind == "declaration":
                self.out.append("<!DOCTYPE html>")
            elif token.kind == "start" and token.complete:
                self._start(token)
            elif token.kind == "end":
                self._end(token)
        while len(self.stack) > 1:
            self._pop(len(self.html))
        return "".join(self.out)

    def _start(self, token: Token) -> None:
        counts = self.stack[-1].counts
        counts[token.tag] = counts.get(token.tag, 0) + 1
        if 1 < counts[token.tag] <= MOST_SIBLINGS:
            self.out.append(sibling(counts[token.tag]))
        number = self.numbers.element()
        self.out.append(_start_tag(token, self.numbers) + ("" if number is None else slot(number)))
        start_tag = self.html[token.start : token.end]
        self.stack.append(_Open(token.tag, number, token.start, start_tag))
        if token.tag in VOID or token.slash:
            self._pop(token.end)

    def _end(self, token: Token) -> None:
        # An end tag that closes something else shows that one is missing before it.
        own = self.stack[-1].name == token.tag
        self.out.append(CLOSE if own else f"</{token.tag}>")
        if token.tag in (element.name for element in self.stack):
            while self.stack[-1].name != token.tag:
                self._pop(token.start)
            self._pop(token.end)

    def _pop(self, end: int) -> None:
        done = self.stack.pop()
        if done.number is not None:
            source = Source(done.name, done.start_tag, self.html[done.start : end])
            self.numbers.reading.elements[done.number] = source

    def _text(self, source: str) -> None:
        value = text_value(source)
        if value:
            words = [shown(word, not index) for index, word in enumerate(value.split()[:_WORDS])]
            mark = self.numbers.value(self.numbers.reading.texts, value, exact=False)
            self.out.append(words[0] + mark + "".join(words[1:]))


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
            mark = numbers.value(numbers.reading.values, value, exact=True)
        spelt = value[:_VALUE].replace('"', "'").replace("<", "")
        parts.append(f' {name.lower()}="{spelt}{mark}"')
    return "".join([*parts, ">"])

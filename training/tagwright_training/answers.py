"""HTML to the pointer notation: what the embedded model is trained to write.

The inverse of ``tagwright.codec.pointer``; serving never needs it. Every encoded answer is decoded
again and compared, so a row that the notation can't carry is refused, not learned wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from tagwright.codec.notation import (
    CAP,
    CLOSE,
    FIXED_ATTRIBUTES,
    GLUE,
    MOST_SIBLINGS,
    PATH_ATTRIBUTES,
    RAW,
    SLUG_ATTRIBUTES,
    TEXT_ATTRIBUTES,
    UP,
    VOID,
    WORD,
    sibling,
    slot,
)
from tagwright.codec.pointer import PointerCodec, cap, in_attribute
from tagwright.codec.reading import Reading, read_request, text_value
from tagwright.codec.slots import Slot, slotted
from tagwright.markup.tree import parse, serialise
from tagwright.prompt import Request
from tagwright_training.edit_answers import Kept, write


class NotEncodable(ValueError):
    """The markup can't be written in the pointer notation without loss."""


@dataclass(frozen=True)
class Style:
    """Which parts of the notation are used; the codec comparison switches them off one by one.

    spans: a slot can stand for a whole phrase (off: one slot a word).
    siblings: repeated elements are numbered.
    """

    spans: bool = True
    siblings: bool = True


@dataclass
class _Copies:
    """The strings that may become pointers.

    forms: of the prompt, longest first, with their pointer notation. reading: where the page's
    classes and the texts and values of the markup to change are found.
    """

    reading: Reading
    forms: list[tuple[str, str, bool]]  # value, pointer, quoted

    @classmethod
    def of(cls, request: Request, copied: Iterable[str], first: int, style: Style) -> _Copies:
        reading = read_request(request, first)
        slots = list(slotted(request.prompt, first, changes=bool(request.input)).slots.values())
        forms = []
        for value in sorted(set(copied), key=len, reverse=True):
            found = _pointer(value, slots, style)
            if found:
                forms.append((value, *found))
        return cls(reading, forms)

    def text(self, value: str) -> str:
        """The pointer for a whole text of the markup to change, ``""`` for another."""
        number = self.reading.texts.get(text_value(value))
        return "" if number is None else slot(number)

    def attribute(self, name: str, value: str) -> str:
        """The same for a whole attribute value, or for classes that the page has."""
        number = self.reading.values.get(value)
        if number is not None:
            return slot(number)
        if name != "class" or not self.reading.classes:
            return ""
        known = self.reading.classes
        words = value.split()
        if not any(word in known for word in words):
            return ""
        return " ".join(slot(known[word]) if word in known else escape(word) for word in words)


def _pointer(value: str, slots: list[Slot], style: Style) -> tuple[str, bool] | None:
    """The shortest notation for ``value``: one phrase slot, or word slots with words between."""
    for s in slots:
        if style.spans and s.phrase == value:
            return slot(s.number), s.quoted
        if not style.spans and s.word == value:
            return WORD + slot(s.number), s.quoted
    for s in slots:
        if s.word == value:
            return WORD + slot(s.number), s.quoted
    words = value.split(" ")
    for i, s in enumerate(slots):
        if s.word != words[0]:
            continue
        out, j = [WORD + slot(s.number)], i + 1
        for word in words[1:]:
            if j < len(slots) and slots[j].word == word:
                out.append(WORD + slot(slots[j].number))
                j += 1
            elif word.isalpha() and word.islower():
                out.append(f" {word}")
            else:
                break
        else:
            return "".join(out), s.quoted
    return None


def encode_answer(
    request: Request, html: str, copied: Iterable[str], first: int = 0, style: Style | None = None
) -> str:
    """Return ``html`` in the pointer notation.

    copied: strings of the prompt that the markup repeats. first: number of the first slot.
    Raises ``NotEncodable`` when decoding does not give the same markup back.
    """
    copies = _Copies.of(request, copied, first, style or Style())
    if request.input:
        encoder = _Encoder(copies, Style(siblings=False))
        write(parse(html).nodes, Kept(copies.reading.elements), encoder)
    else:
        encoder = _Encoder(copies, style or Style())
        encoder.feed(html)
    encoder.close()
    answer = "".join(encoder.out)
    if first == 0:
        decoded = PointerCodec().decode_answer(request, answer)
        if request.input:  # what stays may lack end tags
            decoded, html = serialise(parse(decoded).nodes), serialise(parse(html).nodes)
        # Quoted strings come back exactly as quoted, also where the row has a capital letter.
        if normalized(decoded).casefold() != normalized(html).casefold():
            raise NotEncodable(f"decodes to other markup: {decoded}")
    return answer


def normalized(html: str) -> str:
    """Markup with the whitespace that never matters removed, for comparing."""
    html = html.replace("&#x27;", "'").replace("&quot;", '"').replace("&nbsp;", " ")
    html = re.sub(r"\s+", " ", html)
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", html).strip()


class _Encoder(HTMLParser):
    def __init__(self, copies: _Copies, style: Style) -> None:
        super().__init__(convert_charrefs=True)
        self.copies = copies
        self.style = style
        self.out: list[str] = []
        self.stack: list[str] = []
        self.children: list[dict[str, int]] = [{}]
        self.start = True

    def handle_decl(self, decl: str) -> None:
        self.out.append("<!DOCTYPE html>")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        counts = self.children[-1]
        counts[tag] = counts.get(tag, 0) + 1
        if self.style.siblings and 1 < counts[tag] <= MOST_SIBLINGS:
            self.out.append(sibling(counts[tag]))
        self.out.append(f"<{tag}")
        for name, value in attrs:
            self.out.append(
                f" {name}" if value is None else f' {name}="{self._value(name, value)}"'
            )
        self.out.append(">")
        self.start = tag not in VOID
        if tag not in VOID:
            self.stack.append(tag)
            self.children.append({})

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            raise NotEncodable(f"</{tag}> does not close the open element")
        self.children.pop()
        self.out.append(CLOSE)
        self.start = False

    def handle_data(self, data: str) -> None:
        data = re.sub(r"[ \t\n\f\r]+", " ", data)
        if pointer := self.copies.text(data):
            # A pointer brings its own space; what follows the text does not.
            spaced = data[:1] == " " or self.start
            self.out.append(("" if spaced else GLUE) + pointer + (" " if data[-1] == " " else ""))
            self.start = False
        elif data.strip() or (data and not self.start):
            self.out.append(self._text(data.lstrip() if self.start else data))
            self.start = False

    def close(self) -> None:
        super().close()
        if self.stack:
            raise NotEncodable(f"<{self.stack[-1]}> is never closed")

    def _value(self, name: str, value: str) -> str:
        if name in FIXED_ATTRIBUTES:
            return escape(value)
        if pointer := self.copies.attribute(name, value):
            return pointer
        if name in TEXT_ATTRIBUTES:
            self_start, self.start = self.start, True
            text = self._text(value).replace('"', "&quot;")
            self.start = self_start
            return text
        pieces: list[str] = []
        at = 0
        for start, end, pointer, _ in self._found(value, lambda v: in_attribute(name, v)):
            if name in SLUG_ATTRIBUTES | PATH_ATTRIBUTES:
                # words that are spelt between pointed ones are joined as the decoder joins those
                pointer = re.sub(r" (?=\w)", "-", pointer)
            pieces += [escape(value[at:start]), pointer]
            at = end
        return "".join([*pieces, escape(value[at:])])

    def _found(self, value: str, form: object) -> list[tuple[int, int, str, bool]]:
        """Where copied strings stand in ``value``: (start, end, pointer, quoted), in order."""
        assert callable(form)
        taken: list[tuple[int, int, str, bool]] = []
        for copied, pointer, quoted in self.copies.forms:
            shape = form(copied)
            if not shape or shape not in value:
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(shape)}(?!\w)", value):
                if all(match.end() <= s or match.start() >= e for s, e, _, _ in taken):
                    taken.append((match.start(), match.end(), pointer, quoted))
        return sorted(taken)

    def _text(self, value: str) -> str:
        found = self._found(value, lambda v: v)
        for start, end, pointer, quoted in self._found(value, cap):
            if all(end <= other[0] or start >= other[1] for other in found):
                # the decoder itself capitalizes what begins a text
                begins = self.start and start == 0
                found.append((start, end, pointer if begins else CAP + pointer, quoted))
        found.sort()
        out: list[str] = []
        at = 0
        for start, end, pointer, quoted in found:
            first = self.start and not out and start == 0
            before = value[at:start]
            if before.strip():
                out.append(_literal(before.removesuffix(" "), self.start and at == 0))
            glued = (
                not first
                and not before.endswith(" ")
                and not (before == "" and at and value[at - 1 : at] == " ")
            )
            if first:
                shown = value[start:end]
                if not quoted and cap(shown) != shown:
                    out.append(RAW)
            elif glued:
                out.append(GLUE)
            out.append(pointer)
            at = end
        if value[at:]:
            out.append(_literal(value[at:], self.start and at == 0))
        return "".join(out)


def _literal(value: str, start: bool) -> str:
    """Text that is spelt: lower-case words behind case marks, each with the space before it."""
    out: list[str] = []
    for match in re.finditer(r"(\s*)([^\W\d_]+|\S)", value):
        space, word = match[1] and " ", match[2]
        first = start and not out
        if first:
            space = " "
            if word.islower():
                out.append(RAW)
        mark = ""
        if len(word) > 1 and word.isupper():
            mark, word = UP, word.lower()
        elif (word[0].isupper() and word[1:].islower()) or (len(word) == 1 and word.isupper()):
            mark, word = ("" if first else CAP), word[0].lower() + word[1:]
        out.append(mark + space + escape(word, quote=False))
    if value[-1:].isspace():
        out.append(" ")
    return "".join(out)

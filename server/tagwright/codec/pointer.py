"""The embedded model's codec: pointers instead of copied words, and no redundant markup.

The answer is HTML without what a model need not learn: no whitespace between elements (the server
indents), one mark for every end tag, words of the prompt by slot. ``decode_answer`` turns it back.
"""

from __future__ import annotations

import re
from html import escape, unescape

from tagwright.codec.doubts import doubts
from tagwright.codec.notation import (
    CAP,
    CLOSE,
    GLUE,
    PATH_ATTRIBUTES,
    RAW,
    SLOTS,
    SLUG_ATTRIBUTES,
    TEXT_ATTRIBUTES,
    UP,
    VOID,
    WORD,
    slot,
)
from tagwright.codec.reading import Reading, read_request
from tagwright.codec.slots import Slot
from tagwright.grammar import pointer_grammar
from tagwright.prompt import Request

_MARK = re.compile(r"<\|([^|<>]{1,5})\|>")
_START = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)")
_ATTRIBUTE = re.compile(r'\s+([^\s=<>"/]+)(=")?')
_TEXT = re.compile(r"[^<]+|<")
# An element of the markup to change: whole, or behind the glue mark its start tag alone.
_ELEMENT = re.compile(r"(<\|\+\|>)?<\|(\d{1,5})\|>")
_SIBLING = re.compile(r"<\|n\d+\|>")


class PointerCodec:
    """See the module. Stateless: the slots follow from the request alone."""

    name = "pointer"
    attempts = 12
    sparing = True

    def encode_request(self, request: Request) -> str:
        return read_request(request).text

    def forbidden(self, request: Request) -> tuple[str, ...]:
        reading = read_request(request)
        used = reading.slots.keys() | reading.elements.keys()
        return tuple(slot(number) for number in range(SLOTS) if number not in used)

    def grammar(self, request: Request) -> str:
        reading = read_request(request)
        elements = {number: element.name for number, element in reading.elements.items()}
        return pointer_grammar(request.context.parent, reading.slots.keys() - elements, elements)

    def doubts(self, request: Request, answer: str) -> int:
        slots = read_request(request).slots
        return doubts(request, slots, answer, self.decode_answer(request, answer))

    def decode_answer(self, request: Request, answer: str) -> str:
        return _Decoder(read_request(request)).decode(answer)


def cap(value: str) -> str:
    """Capitalize the first letter, unless the first word has capitals of its own ("iPhone")."""
    first = value.split(" ", 1)[0]
    return value if first != first.lower() else value[:1].upper() + value[1:]


def slug(value: str) -> str:
    """Identifier for a label: "E-mail address" -> "e-mail-address".

    A single word with inner capitals ("signUp") is an identifier already and stays as it is.
    """
    value = value.lstrip("#.")
    if not re.fullmatch(r"[a-z]+[A-Z]\w*", value):
        value = value.lower()
    return re.sub(r"[^\w]+", "-", value).strip("-")


def in_attribute(name: str, value: str) -> str:
    """How a copied string is written in the attribute ``name``."""
    if name in SLUG_ATTRIBUTES or (name in PATH_ATTRIBUTES and not re.search(r"[/:.#@]", value)):
        return slug(value)
    return value.lstrip(".") if name == "class" else value


class _Decoder:
    """One answer. Tolerant: what it can't read it leaves out, and the gate mends the rest."""

    def __init__(self, reading: Reading) -> None:
        self.slots = reading.slots
        self.elements = reading.elements
        self.out: list[str] = []
        self.stack: list[str] = []

    def decode(self, answer: str) -> str:
        at = 0
        text_start = True
        while at < len(answer):
            if answer.startswith(CLOSE, at):
                if self.stack:
                    self.out.append(f"</{self.stack.pop()}>")
                at += len(CLOSE)
                text_start = False
            elif mark := _SIBLING.match(answer, at):
                at = mark.end()
            elif element := self._element(answer, at):
                at, opened = element
                text_start = opened
            elif start := _START.match(answer, at):
                at = self._start_tag(start[1].lower(), answer, start.end())
                text_start = start[1].lower() not in VOID
            elif answer.startswith("<!", at):
                end = answer.find(">", at)
                end = len(answer) if end < 0 else end + 1
                self.out.append(answer[at:end])
                at = end
            else:
                end = at
                while end < len(answer) and not self._ends_text(answer, end):
                    step = _MARK.match(answer, end) or _TEXT.match(answer, end)
                    assert step is not None
                    end = step.end()
                self.out.append(self._text(answer[at:end], text_start))
                at = end
                text_start = False
        return "".join(self.out)

    def _ends_text(self, answer: str, at: int) -> bool:
        if answer.startswith((CLOSE, "<|n", "<!"), at):
            return True
        mark = _ELEMENT.match(answer, at)
        return bool(_START.match(answer, at) or (mark and int(mark[2]) in self.elements))

    def _element(self, answer: str, at: int) -> tuple[int, bool] | None:
        """Write an element of the markup to change; (offset behind it, whether it is open)."""
        mark = _ELEMENT.match(answer, at)
        if mark is None or int(mark[2]) not in self.elements:
            return None
        element = self.elements[int(mark[2])]
        opened = bool(mark[1]) and element.name not in VOID
        self.out.append(element.start_tag if opened else element.source)
        if opened:
            self.stack.append(element.name)
        return mark.end(), opened

    def _start_tag(self, tag: str, answer: str, at: int) -> int:
        parts = {"": f"<{tag}"}
        while (attribute := _ATTRIBUTE.match(answer, at)) is not None:
            at = attribute.end()
            name = attribute[1].lower()
            if not attribute[2]:
                parts.setdefault(name, f" {name}")
                continue
            end = answer.find('"', at)
            if end < 0:  # cut inside a value: leave the attribute out
                at = len(answer)
                break
            # as in HTML, the first of two attributes of one name counts
            parts.setdefault(name, f' {name}="{self._value(name, answer[at:end])}"')
            at = end + 1
        # anything but ">" here is a mistake of the model's: skip to the end of the tag
        end = answer.find(">", at)
        complete = end >= 0
        self.out.append("".join(parts.values()) + (">" if complete else ""))
        if complete and tag not in VOID:
            self.stack.append(tag)
        return end + 1 if complete else len(answer)

    def _value(self, name: str, raw: str) -> str:
        if name in TEXT_ATTRIBUTES:
            return escape(unescape(self._text(raw, True)))
        out: list[str] = []
        # words of one phrase that are pointed at one by one
        joint = "-" if name in SLUG_ATTRIBUTES | PATH_ATTRIBUTES else " "
        word = False
        at = 0
        while at < len(raw):
            if mark := _MARK.match(raw, at):
                if mark[0] == WORD:
                    word = True
                elif (found := self._slot(mark[1])) is not None:
                    value = found.word if word else found.phrase
                    if out and out[-1][-1:].isalnum():
                        out.append(joint)
                    out.append(escape(value if found.exact else in_attribute(name, value)))
                    word = False
                at = mark.end()
            else:
                piece = _TEXT.match(raw, at)
                assert piece is not None
                out.append(piece[0])
                at = piece.end()
        return "".join(out)

    def _slot(self, number: str) -> Slot | None:
        return self.slots.get(int(number)) if number.isdigit() else None

    def _text(self, raw: str, start: bool) -> str:
        """Text of a node or a text attribute. start: it begins its element."""
        out: list[str] = []
        word = keep = glue = False
        case = ""
        at = 0
        while at < len(raw):
            mark = _MARK.match(raw, at)
            if mark is None:
                piece = _TEXT.match(raw, at)
                assert piece is not None
                at = piece.end()
                value = piece[0]
                if start and not out:
                    value = value.removeprefix(" ")
                    if not keep and not case:
                        value = cap(value)
                out.append(_cased(value, case))
                case = ""
                continue
            at = mark.end()
            if mark[0] == WORD:
                word = True
            elif mark[0] == RAW:
                keep = True
            elif mark[0] == GLUE:
                glue = True
            elif mark[0] in (CAP, UP):
                case = mark[0]
            elif (found := self._slot(mark[1])) is not None:
                value = found.word if word else found.phrase
                if start and not out and not keep and not found.quoted:
                    value = cap(value)
                # a slot brings its own space, like every word, but for the first
                before = out[-1][-1:] if out else ""
                spaced = not glue and not before.isspace() and bool(out or not start)
                out.append((" " if spaced else "") + _cased(escape(value, quote=False), case))
                word = glue = False
                case = ""
        return "".join(out)


def _cased(value: str, case: str) -> str:
    """Apply a case mark to the first word of ``value``, which may begin with a space."""
    if not case:
        return value
    match = re.match(r"(\s*)(\S*)", value)
    assert match is not None
    first = match[2].upper() if case == UP else match[2][:1].upper() + match[2][1:]
    return match[1] + first + value[match.end() :]

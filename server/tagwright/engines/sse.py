"""Server-sent events as they come over the wire, cut at any byte.

https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
"""

from __future__ import annotations

import codecs
import re

MAX_EVENT = 4_000_000
"""Characters of one event; a token is a few hundred, a whole answer in one event some thousand."""

_LINE_END = re.compile("\r\n|\n|\r")


class EventParser:
    """Collects bytes and gives back the ``data`` of each event that is complete."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._line = ""
        self._data: list[str] = []
        self._size = 0
        self._after_cr = False

    def feed(self, chunk: bytes) -> list[str]:
        """Return the data of the events that this chunk completes, several lines joined by LF.

        Events without data and an event that the stream's end cuts off are dropped, as the
        standard says. Raises ``ValueError`` for an event above ``MAX_EVENT``.
        """
        text = self._decoder.decode(chunk)
        if self._after_cr and text:
            text = text.removeprefix("\n")
            self._after_cr = False
        if text:
            # CR ends a line at once; the LF of a CRLF may still be on its way.
            self._after_cr = text.endswith("\r")
        *lines, rest = _LINE_END.split(text)
        events = []
        for line in lines:
            whole, self._line = self._line + line, ""
            if not whole:
                if self._data:
                    events.append("\n".join(self._data))
                self._data, self._size = [], 0
                continue
            name, _, value = whole.partition(":")
            if name == "data":
                value = value.removeprefix(" ")
                self._data.append(value)
                self._size += len(value)
        self._line += rest
        if self._size + len(self._line) > MAX_EVENT:
            raise ValueError("an event of the stream is too long")
        return events

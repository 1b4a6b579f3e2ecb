"""Which prompt a request means: kept in a code action's ``data``, or given to the command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from tagwright.errors import InputError
from tagwright.lsp.documents import Document, Documents
from tagwright.page.prompts import PromptPlace, find_again, prompt_at


class Moved(InputError):
    """The document changed so that the prompt is no longer there, or it was closed."""


@dataclass(frozen=True)
class Target:
    """One prompt of one document, as it stood at one version."""

    uri: str
    version: int
    place: PromptPlace

    def to_data(self) -> dict[str, Any]:
        """Return what travels through the client as a code action's ``data``."""
        return {"uri": self.uri, "version": self.version, **asdict(self.place)}

    @classmethod
    def from_data(cls, data: object) -> Target:
        """Read ``data`` back. Raises ``JsonRpcInvalidParams`` for what isn't ours."""
        match data:
            case {
                "uri": str(uri),
                "version": int(version),
                "text": str(text),
                "start": int(start),
                "end": int(end),
                "kind": str(kind),
                "ordinal": int(ordinal),
                "count": int(count),
            }:
                return cls(uri, version, PromptPlace(text, start, end, kind, ordinal, count))
        raise JsonRpcInvalidParams("The code action's data is not the data Tagwright gave it.")


def locate(document: Document, target: Target) -> PromptPlace:
    """Return the target's place in the document as it is now. Raises ``Moved``."""
    place = target.place
    if document.version == target.version:
        # A document closed and opened again has its old version numbers, but maybe another text.
        same = prompt_at(document.text, place.start, place.end, document.language)
        if same == place:
            return place
    found = find_again(document.text, place, document.language)
    if found is None:
        raise Moved(
            "The document changed and the prompt is no longer there, or stands there more than "
            "once, so nothing was changed; put the cursor in the prompt and try again."
        )
    return found


def span_argument(
    documents: Documents, command: str, arguments: Sequence[Any]
) -> tuple[Document, int, int]:
    """Read a command's place: ``[uri, position]`` or ``[{uri, position}]``, or a range instead.

    Returns the document and the offsets of start and end. Raises ``JsonRpcInvalidParams`` for other
    arguments, ``InputError`` for a document that isn't open.
    """
    match list(arguments):
        case [{"uri": str(uri), "position": where}] | [{"uri": str(uri), "range": where}]:
            pass
        case [str(uri), where]:
            pass
        case _:
            where = None
    span = _range(where)
    if span is None:
        raise JsonRpcInvalidParams(
            f"{command} takes a document and a position: [uri, {{line, character}}]."
        )
    document = documents.get(uri)
    if document is None:
        raise InputError("This document is not open in Tagwright; open it and try again.")
    return document, *document.offsets(span)


def target_at(document: Document, start: int, end: int) -> Target:
    """Return the prompt that the cursor or selection touches. Raises ``InputError``."""
    place = prompt_at(document.text, start, end, document.language)
    if place is None:
        raise InputError(
            "There is no prompt here: put the cursor in a comment such as "
            "<!-- a login form with email and password -->, or select the words to use."
        )
    return Target(document.uri, document.version, place)


def _range(where: object) -> types.Range | None:
    """Read a position or a range as JSON has it; None for anything else."""
    match where:
        case {"start": start, "end": end}:
            first, last = _position(start), _position(end)
        case _:
            first = last = _position(where)
    return types.Range(first, last) if first is not None and last is not None else None


def _position(where: object) -> types.Position | None:
    match where:
        case {"line": int(line), "character": int(character)} if line >= 0 and character >= 0:
            return types.Position(line, character)
    return None

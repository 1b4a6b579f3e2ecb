"""What the user can wish for, as it travels through the editor, and what it means in a document.

A wish is made for one version of a document and fulfilled in a later one: ``ask`` reads what the
model needs, ``edit`` says where its markup goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, Protocol

from pygls.exceptions import JsonRpcInvalidParams

from tagwright.lsp.documents import Document
from tagwright.lsp.generations import Ask
from tagwright.lsp.memory import Made, Memory
from tagwright.lsp.targets import Moved, Target, locate
from tagwright.page.context import read_context
from tagwright.page.edit import Edit, build_edit
from tagwright.page.rewriting import Markup, markup_again, replace_markup
from tagwright.page.stylesheets import Stylesheet
from tagwright.prompt import Request

Comment = Literal["keep", "replace"]
Sheets = Sequence[Stylesheet]
Kind = Literal["generate", "regenerate", "replace", "variant"]
KINDS: tuple[Kind, ...] = ("generate", "regenerate", "replace", "variant")


class Wish(Protocol):
    """Something to generate in one document."""

    @property
    def uri(self) -> str:
        """The document's address."""
        ...

    def ask(self, document: Document, memory: Memory, sheets: Sheets) -> Ask:
        """Return what to ask the model. Raises ``Moved`` where the document has changed so that
        the wish means nothing any more."""
        ...

    def edit(self, document: Document, memory: Memory, html: str, comment: Comment) -> Edit:
        """Return the edit that brings the markup into the document. Raises ``Moved``."""
        ...

    def to_data(self) -> dict[str, Any]:
        """Return what travels through the client as ``data``."""
        ...


@dataclass(frozen=True)
class PromptWish:
    """Markup for a comment or for selected words. variant: which answer, 0 for the first."""

    kind: Kind
    target: Target
    variant: int = 0

    @property
    def uri(self) -> str:
        """The document's address."""
        return self.target.uri

    def ask(self, document: Document, memory: Memory, sheets: Sheets) -> Ask:
        """See ``Wish.ask``; what is to be replaced is no part of the page."""
        place = locate(document, self.target)
        text, variant = document.text, self.variant
        if self.kind == "regenerate":
            made = self._made(document, memory)
            text = text[: made.markup.start] + text[made.markup.end :]
            variant = made.times + 1
        context = read_context(text, place.start, document.language, sheets)
        return Ask(Request(prompt=place.text, context=context), variant)

    def edit(self, document: Document, memory: Memory, html: str, comment: Comment) -> Edit:
        """See ``Wish.edit``; ``memory`` learns of the edit."""
        place = locate(document, self.target)
        if self.kind == "regenerate":
            made = self._made(document, memory)
            span = made.markup
            edit = replace_markup(document.text, span.start, span.end, html, document.language)
            memory.offer(document.key, place, edit, made.times + 1)
            return edit
        if self.kind == "replace":
            comment = "replace"
        edit = build_edit(document.text, place, html, comment, document.language)
        memory.offer(document.key, place, edit)
        return edit

    def to_data(self) -> dict[str, Any]:
        """See ``Wish.to_data``."""
        return {"wish": self.kind, "variant": self.variant, **self.target.to_data()}

    def _made(self, document: Document, memory: Memory) -> Made:
        made = memory.find(document.key, document.text, locate(document, self.target))
        if made is None:
            raise Moved(
                "What was generated from this comment is no longer there or was changed, so "
                "nothing was replaced; remove it and generate anew."
            )
        return made


@dataclass(frozen=True)
class RewriteWish:
    """Markup that is to be changed as an instruction says."""

    uri: str
    version: int
    markup: Markup
    instruction: str

    def ask(self, document: Document, memory: Memory, sheets: Sheets) -> Ask:
        """See ``Wish.ask``."""
        markup = self._located(document)
        text = document.text
        around = text[: markup.start] + text[markup.end :]
        context = read_context(around, markup.start, document.language, sheets)
        return Ask(Request(self.instruction, context, input=markup.source))

    def edit(self, document: Document, memory: Memory, html: str, comment: Comment) -> Edit:
        """See ``Wish.edit``; the instruction's comment stays."""
        markup = self._located(document)
        return replace_markup(document.text, markup.start, markup.end, html, document.language)

    def to_data(self) -> dict[str, Any]:
        """See ``Wish.to_data``."""
        return {
            "wish": "rewrite",
            "uri": self.uri,
            "version": self.version,
            "instruction": self.instruction,
            **asdict(self.markup),
        }

    def _located(self, document: Document) -> Markup:
        found = markup_again(document.text, self.markup)
        if found is None:
            raise Moved(
                "The document changed and the selected markup is no longer there, or stands there "
                "more than once, so nothing was changed; select it and try again."
            )
        return found


def wish_from_data(data: object) -> PromptWish | RewriteWish:
    """Read ``data`` back. Raises ``JsonRpcInvalidParams`` for what isn't ours."""
    match data:
        case {
            "wish": "rewrite",
            "uri": str(uri),
            "version": int(version),
            "instruction": str(instruction),
            "start": int(start),
            "end": int(end),
            "source": str(source),
        }:
            return RewriteWish(uri, version, Markup(start, end, source), instruction)
        case {"wish": str(kind), "variant": int(variant)}:
            for known in KINDS:
                if known == kind:
                    return PromptWish(known, Target.from_data(data), variant)
    raise JsonRpcInvalidParams("The code action's data is not the data Tagwright gave it.")

"""Code actions: offered cheaply, generated when one was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol import types

from tagwright.lsp.commands import command_for
from tagwright.lsp.documents import Document
from tagwright.lsp.fulfil import TITLE, answered, edit_for, fulfil
from tagwright.lsp.targets import Target
from tagwright.lsp.wishes import PromptWish, RewriteWish, Wish, wish_from_data
from tagwright.page.prompts import prompt_at
from tagwright.page.rewriting import instruction_for, markup_at

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer

KIND = types.CodeActionKind.RefactorRewrite
VARIANTS = 3


@dataclass(frozen=True)
class _Offer:
    """An action before it is put into the words of the client. kind: ends the code action's kind,
    for key bindings."""

    title: str
    kind: str
    wish: Wish

    @property
    def full_kind(self) -> str:
        return f"{KIND.value}.{self.kind}" if self.kind else KIND.value


def code_actions(
    server: TagwrightServer, params: types.CodeActionParams
) -> list[types.CodeAction | types.Command]:
    """Offer what can be done where the cursor or the selection is; never waits for the model."""
    document = server.documents.get(params.text_document.uri)
    if document is None:
        return []
    offers = [
        offer
        for offer in _offers(server, document, params)
        if _is_wanted(offer.full_kind, params.context.only)
    ]
    return [_put(server, document, offer) for offer in offers]


async def resolve(server: TagwrightServer, action: types.CodeAction) -> types.CodeAction:
    """Generate the edit of an action that was offered before."""
    if action.data is None:
        return action
    with answered(server.client):
        done = await fulfil(server, wish_from_data(action.data))
        action.edit, _ = edit_for(server, done)
    return action


def _offers(
    server: TagwrightServer, document: Document, params: types.CodeActionParams
) -> Iterator[_Offer]:
    uri, version = params.text_document.uri, document.version
    start, end = document.offsets(params.range)
    place = prompt_at(document.text, start, end, document.language)
    if place is not None:
        target = Target(uri, version, place)
        yield _Offer(TITLE, "", PromptWish("generate", target))
        if server.memory.find(document.key, document.text, place) is not None:
            yield _Offer("Regenerate HTML", "regenerate", PromptWish("regenerate", target))
        if place.kind == "comment" and server.configuration.settings.comment == "keep":
            wish = PromptWish("replace", target)
            yield _Offer("Replace comment with HTML", "replace", wish)
        for number in range(1, VARIANTS + 1):
            title = f"{TITLE}: variant {number} of {VARIANTS}"
            yield _Offer(title, "variant", PromptWish("variant", target, number))
    markup = markup_at(document.text, start, end, document.language) if start < end else None
    if markup is not None:
        above = instruction_for(document.text, start, end, document.language)
        if above is not None:
            wish_to_change = RewriteWish(uri, version, markup, above.text)
            yield _Offer("Rewrite selection as the comment says", "selection", wish_to_change)


def _put(
    server: TagwrightServer, document: Document, offer: _Offer
) -> types.CodeAction | types.Command:
    if server.client.resolves_edits:
        return types.CodeAction(title=offer.title, kind=offer.full_kind, data=offer.wish.to_data())
    command = command_for(document, offer.wish, offer.title)
    if server.client.has_literals:
        return types.CodeAction(title=offer.title, kind=offer.full_kind, command=command)
    return command


def _is_wanted(kind: str, only: object) -> bool:
    """A filter asks for a kind and all kinds below it; the empty kind is above all."""
    if not isinstance(only, (list, tuple)) or not only:
        return True
    return any(name == "" or f"{kind}.".startswith(f"{name}.") for name in map(_name, only))


def _name(kind: object) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else str(kind)

"""A button above each prompt comment, for those who switch it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from tagwright.lsp.commands import command_for
from tagwright.lsp.fulfil import TITLE
from tagwright.lsp.targets import Target
from tagwright.lsp.wishes import PromptWish, wish_from_data
from tagwright.page.prompts import find_prompts

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer


def code_lenses(server: TagwrightServer, params: types.CodeLensParams) -> list[types.CodeLens]:
    """Return a lens for each prompt, where they are switched on; the command comes later."""
    document = server.documents.get(params.text_document.uri)
    if document is None or not server.configuration.settings.code_lens:
        return []
    return [
        types.CodeLens(
            range=document.range(place.start, place.end),
            data=PromptWish("generate", Target(document.uri, document.version, place)).to_data(),
        )
        for place in find_prompts(document.text, document.language)
    ]


def resolve(server: TagwrightServer, lens: types.CodeLens) -> types.CodeLens:
    """Say what the lens does: generate, or generate again."""
    wish = wish_from_data(lens.data)
    document = server.documents.get(wish.uri)
    if document is None or not isinstance(wish, PromptWish):
        return lens
    title = TITLE
    if server.memory.find(document.key, document.text, wish.target.place) is not None:
        wish, title = PromptWish("regenerate", wish.target), "Regenerate HTML"
    lens.command = command_for(document, wish, title)
    return lens

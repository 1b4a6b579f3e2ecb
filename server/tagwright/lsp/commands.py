"""The commands, for key bindings, code lenses and clients with menus of their own.

``tagwright.generate``, ``tagwright.regenerate``, ``tagwright.replace``
    ``[uri, position]`` or ``[{uri, position}]``; a range may stand for the position. The editor is
    asked to apply the edit; the result is null. ``replace`` takes the comment away.
``tagwright.rewrite``
    ``[{uri, range, instruction}]``, the same result. Without an instruction the comment above the
    range, or at its beginning, is it.
``tagwright.variants``
    ``[{uri, position, count}]``, count 1 to 5, 3 if it isn't given. The result is a list of
    ``{html, edit}`` with a workspace edit each; nothing is applied.
``tagwright.status``
    No arguments; the result is described in ``tagwright.lsp.status``.

``data`` of one of our code actions may stand for all arguments but a count: ``[{data}]``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from tagwright.errors import InputError, NothingUsable
from tagwright.lsp.documents import Document
from tagwright.lsp.fulfil import TITLE, answered, apply, edit_for, fulfil, generated, reporting
from tagwright.lsp.targets import span_argument, target_at
from tagwright.lsp.wishes import Kind, PromptWish, RewriteWish, Wish, wish_from_data
from tagwright.page.rewriting import instruction_for, markup_at

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer

GENERATE = "tagwright.generate"
REGENERATE = "tagwright.regenerate"
REPLACE = "tagwright.replace"
REWRITE = "tagwright.rewrite"
VARIANTS = "tagwright.variants"
STATUS = "tagwright.status"

PROMPT_COMMANDS: dict[str, Kind] = {
    GENERATE: "generate",
    REGENERATE: "regenerate",
    REPLACE: "replace",
}
MOST_VARIANTS = 5


def command_for(document: Document, wish: Wish, title: str) -> types.Command:
    """Return the command that fulfils a wish."""
    name = REWRITE
    arguments: dict[str, Any] = {"uri": wish.uri, "data": wish.to_data()}
    if isinstance(wish, PromptWish):
        name = next((n for n, kind in PROMPT_COMMANDS.items() if kind == wish.kind), GENERATE)
        place = wish.target.place
        at = document.range(place.start, place.end).start
        arguments["position"] = {"line": at.line, "character": at.character}
    return types.Command(title=title, command=name, arguments=[arguments])


async def run(server: TagwrightServer, name: str, params: types.ExecuteCommandParams) -> None:
    """Generate, and have the editor apply the edit."""
    with answered(server.client):
        if not server.client.applies_edits:
            raise InputError(
                "This editor does not let a language server change a document; "
                f"use the code action {TITLE!r} instead."
            )
        wish = _wish(server, name, params.arguments or ())
        done = await fulfil(server, wish, params.work_done_token)
        await apply(server, done, TITLE)


async def variants(
    server: TagwrightServer, params: types.ExecuteCommandParams
) -> list[dict[str, Any]]:
    """Generate different answers, for the client to show and to apply one of."""
    with answered(server.client):
        arguments = list(params.arguments or ())
        count = _count(arguments)
        target = target_at(*span_argument(server.documents, VARIANTS, arguments))
        found: dict[str, types.WorkspaceEdit] = {}
        nothing: NothingUsable | None = None
        with reporting(server, params.work_done_token) as progress:
            # A model that is sure of its answer gives the same one again: try a few more.
            for number in range(1, 2 * count + 1):
                try:
                    wish = PromptWish("variant", target, number)
                    done = await generated(server, wish, progress)
                except NothingUsable as error:
                    nothing = error
                    continue
                if done.html not in found:
                    found[done.html], _ = edit_for(server, done)
                if len(found) == count:
                    break
        if nothing is not None and not found:
            raise nothing
    return [{"html": html, "edit": edit} for html, edit in found.items()]


def _wish(server: TagwrightServer, name: str, arguments: Sequence[Any]) -> Wish:
    match list(arguments):
        case [{"data": data}]:
            return wish_from_data(data)
    document, start, end = span_argument(server.documents, name, arguments)
    if name == REWRITE:
        return _rewrite(document, start, end, arguments)
    return PromptWish(PROMPT_COMMANDS[name], target_at(document, start, end))


def _rewrite(document: Document, start: int, end: int, arguments: Sequence[Any]) -> RewriteWish:
    markup = markup_at(document.text, start, end, document.language)
    if markup is None:
        raise InputError(
            "The selection holds no whole elements: select markup from its first start tag to its "
            "last end tag."
        )
    match list(arguments):
        case [{"instruction": str(instruction)}] if instruction.strip():
            return RewriteWish(document.uri, document.version, markup, instruction.strip())
    above = instruction_for(document.text, start, end, document.language)
    if above is None:
        raise InputError(
            "There is no instruction: write what to change into a comment directly above the "
            "selected markup."
        )
    return RewriteWish(document.uri, document.version, markup, above.text)


def _count(arguments: Sequence[Any]) -> int:
    match list(arguments):
        case [{"count": int(count)}] if 1 <= count <= MOST_VARIANTS:
            return count
        case [{"count": _}]:
            raise JsonRpcInvalidParams(f"The count is a number from 1 to {MOST_VARIANTS}.")
    return 3

"""``python -m tagwright.demo``: the real server fills the prompts of a page, over stdio.

A small LSP client starts ``tagwright lsp --stdio``, opens a page with three comments, and for each
of them asks for code actions, resolves **Generate HTML** and applies the edit, as an editor would.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Awaitable, Sequence
from typing import TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

from tagwright import __version__
from tagwright.errors import ModelError, TagwrightError
from tagwright.page.positions import TextIndex

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>The tea room ☕</title>
</head>
<body>
  <!-- nav with Home, Teas, Events and Contact -->
  <main>
    <h1>The tea room 🍵</h1>
    <!-- table with columns Tea and Price and rows Sencha, 4.20; Assam, 3.80 -->
    <h2>Reserve a table</h2>
    <!-- form with the fields name, email and date and a Reserve button -->
  </main>
</body>
</html>
"""
PROMPTS = (
    "nav with Home, Teas, Events and Contact",
    "table with columns Tea and Price",
    "form with the fields name",
)
URI = "file:///tea.html"
PATIENCE = 120.0
"""Seconds to wait for one answer of the server."""

Answer = TypeVar("Answer")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the demo and return its exit code: 1 if a prompt was left without markup."""
    parser = argparse.ArgumentParser(prog="python -m tagwright.demo", description=__doc__)
    parser.add_argument("--engine", default="auto", help="setting engine (default: auto)")
    parser.add_argument("--model", default="", help="setting model (default: the embedded one)")
    args = parser.parse_args(argv)
    try:
        asyncio.run(_demo({"engine": args.engine, "model": args.model}))
    except TagwrightError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    return 0


async def _demo(settings: dict[str, str]) -> None:
    """Print the page before and after, and the times. Raises ``ModelError``."""
    client = LanguageClient("tagwright-demo", __version__)

    client.feature(types.WINDOW_SHOW_MESSAGE)(_show)
    # Told while the model works; pygls would complain of a message that nobody takes.
    client.feature("tagwright/status")(lambda _: None)
    await client.start_io(sys.executable, "-m", "tagwright", "lsp", "--stdio")
    assert client._server is not None and client._server.stderr is not None
    # A server blocks once nobody reads what it logs; pygls gives no public way to the stream.
    log = asyncio.create_task(client._server.stderr.read())
    try:
        print(f"Before:\n\n{PAGE}")
        times: list[str] = []
        page = await _fill(client, settings, times)
        print(f"After:\n\n{page}")
        print("\n".join(times))
        await _within(client.shutdown_async(None))
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]
    except JsonRpcException as error:
        raise ModelError(error.message) from None
    except RuntimeError as error:
        # What pygls sets on the requests that a server left unanswered when it ended.
        raise ModelError(f"The server ended before it answered: {error}.") from None
    finally:
        if client._server.returncode is None:
            client._server.kill()
        sys.stderr.write((await log).decode("utf-8", "replace"))


async def _fill(client: LanguageClient, settings: dict[str, str], times: list[str]) -> str:
    """Return the page with every prompt answered; adds one line a step to ``times``."""
    started = time.perf_counter()
    result = await _within(client.initialize_async(_params(settings)))
    client.initialized(types.InitializedParams())
    encoding = str(result.capabilities.position_encoding or "utf-16")
    times.append(f"{time.perf_counter() - started:7.2f} s  start of the server")
    text = PAGE
    item = types.TextDocumentItem(uri=URI, language_id="html", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    for version, prompt in enumerate(PROMPTS, 2):
        started = time.perf_counter()
        text = await _generate(client, text, prompt, encoding)
        note = ", with the rest of the model's loading" if version == 2 else ""
        times.append(f"{time.perf_counter() - started:7.2f} s  {prompt}{note}")
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(uri=URI, version=version),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
    return text


async def _generate(client: LanguageClient, text: str, prompt: str, encoding: str) -> str:
    """Return the page with one prompt answered."""
    index = TextIndex(text, encoding)
    at = types.Position(*index.position(text.index(prompt)))
    context = types.CodeActionContext(diagnostics=[], only=[types.CodeActionKind.RefactorRewrite])
    asked = types.CodeActionParams(types.TextDocumentIdentifier(URI), types.Range(at, at), context)
    actions = await _within(client.text_document_code_action_async(asked)) or []
    chosen = next((item for item in actions if isinstance(item, types.CodeAction)), None)
    if chosen is None:
        raise ModelError(f"The server offered no code action for {prompt!r}.")
    resolved = await _within(client.code_action_resolve_async(chosen))
    if resolved.edit is None or not resolved.edit.document_changes:
        raise ModelError(f"The server made no edit for {prompt!r}.")
    for change in resolved.edit.document_changes:
        assert isinstance(change, types.TextDocumentEdit)
        for edit in change.edits:
            assert isinstance(edit, types.TextEdit)
            start = index.offset(edit.range.start.line, edit.range.start.character)
            end = index.offset(edit.range.end.line, edit.range.end.character)
            text = text[:start] + edit.new_text + text[end:]
    return text


def _show(params: types.ShowMessageParams) -> None:
    print(f"server says: {params.message}", file=sys.stderr)


def _params(settings: dict[str, str]) -> types.InitializeParams:
    actions = types.CodeActionClientCapabilities(
        code_action_literal_support=types.ClientCodeActionLiteralOptions(
            types.ClientCodeActionKindOptions([types.CodeActionKind.RefactorRewrite])
        ),
        data_support=True,
        resolve_support=types.ClientCodeActionResolveOptions(["edit"]),
    )
    edits = types.WorkspaceEditClientCapabilities(document_changes=True)
    return types.InitializeParams(
        capabilities=types.ClientCapabilities(
            workspace=types.WorkspaceClientCapabilities(workspace_edit=edits),
            text_document=types.TextDocumentClientCapabilities(code_action=actions),
        ),
        initialization_options=settings,
    )


async def _within(answer: Awaitable[Answer]) -> Answer:
    """Await one answer. Raises ``ModelError`` when it takes too long."""
    try:
        return await asyncio.wait_for(answer, PATIENCE)
    except asyncio.TimeoutError:
        raise ModelError(f"The server gave no answer in {PATIENCE:.0f} s.") from None


if __name__ == "__main__":
    raise SystemExit(main())

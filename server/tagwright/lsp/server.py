"""The language server: what is registered with pygls, and the way in from the command line."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any, Literal
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from tagwright import __version__
from tagwright.logs import log_to_stderr
from tagwright.lsp import actions, commands, completion, lenses
from tagwright.lsp.client import Client
from tagwright.lsp.configuration import Configuration
from tagwright.lsp.documents import Documents
from tagwright.lsp.generations import Generations
from tagwright.lsp.inline import InlineCompletions
from tagwright.lsp.journal import Journal
from tagwright.lsp.linked import LinkedStylesheets
from tagwright.lsp.log import GenerationLog
from tagwright.lsp.memory import Memory
from tagwright.lsp.progress import Progresses
from tagwright.lsp.protocol import Protocol
from tagwright.lsp.session import Session
from tagwright.lsp.status import STATUS_METHOD, Status, to_json
from tagwright.lsp.transport import serve_stdio, serve_tcp, serve_ws
from tagwright.lsp.watch import is_alive
from tagwright.settings import Settings


class TagwrightServer(LanguageServer):
    """One connection's server; its parts are public so that handlers stay plain functions."""

    protocol: Protocol

    def __init__(self, hosted: Settings | None = None) -> None:
        """See ``create_server``."""
        super().__init__("tagwright", __version__, protocol_cls=Protocol)
        self.memory = Memory()
        self.client = Client(self)
        self.log = GenerationLog(partial(self.client.show, types.MessageType.Warning))
        self.journal = Journal(self.log.write)
        self.documents = Documents(self.memory, self.journal)
        self.progresses = Progresses(self)
        self.status = Status(partial(self.protocol.notify, STATUS_METHOD))
        self.session = Session(self.client, self.progresses, self.status.changed)
        self.configuration = Configuration(self.client, self._use, hosted)
        self.generations = Generations(self.session, self.configuration)
        self.inline = InlineCompletions(self)
        self.linked = LinkedStylesheets(self, reads_files=hosted is None)
        self._hosted = hosted
        self.editor_process: int | None = None
        """The editor's process, where it could be seen when it said hello."""
        self._start: asyncio.Task[None] | None = None
        self._lenses_shown = False
        self._refreshing: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Read the settings and load the model in the background; the second call does nothing."""
        if self._start is None:
            self._start = asyncio.ensure_future(self._prepare())

    def _use(self, settings: Settings) -> None:
        self.session.use(settings)
        # Where the client need not be the user at this machine, nothing is kept of it here.
        self.journal.on = settings.log_generations and self._hosted is None
        if settings.code_lens != self._lenses_shown:
            self._lenses_shown = settings.code_lens
            self._refreshing = asyncio.ensure_future(self.client.refresh_lenses())

    async def _prepare(self) -> None:
        await self.configuration.refresh()
        await self.client.watch_settings()


def create_server(hosted: Settings | None = None) -> TagwrightServer:
    """Return a new server for one connection.

    hosted: the settings that choose the model where that is not for the client to say, because it
    need not be the user at this machine; such a client has no files here either.
    """
    server = TagwrightServer(hosted)

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.configuration.initial = params.initialization_options
        # An editor in another container or on another machine has an id that means nothing here.
        if params.process_id is not None and is_alive(params.process_id):
            server.editor_process = params.process_id
        encoding = types.PositionEncodingKind(server.workspace.position_encoding)
        server.documents.encoding = encoding.value

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        server.start()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.journal.saved(unquote(params.text_document.uri))

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def settings_changed(params: types.DidChangeConfigurationParams) -> None:
        await server.configuration.refresh(params.settings)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[actions.KIND], resolve_provider=True),
    )
    def code_action(params: types.CodeActionParams) -> list[types.CodeAction | types.Command]:
        return actions.code_actions(server, params)

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def code_action_resolve(action: types.CodeAction) -> types.CodeAction:
        server.start()  # a client that never sent `initialized` waits for its model like others
        return await actions.resolve(server, action)

    _register_completion(server)
    _register_commands(server)
    return server


def _register_completion(server: TagwrightServer) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=completion.TRIGGERS),
    )
    async def complete(params: types.CompletionParams) -> types.CompletionList | None:
        server.start()
        return await completion.complete(server, params)

    @server.feature(types.TEXT_DOCUMENT_INLINE_COMPLETION, types.InlineCompletionOptions())
    async def inline_completion(
        params: types.InlineCompletionParams,
    ) -> types.InlineCompletionList | None:
        server.start()
        return await server.inline.answer(params)

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=True))
    def code_lens(params: types.CodeLensParams) -> list[types.CodeLens]:
        return lenses.code_lenses(server, params)

    @server.feature(types.CODE_LENS_RESOLVE)
    def code_lens_resolve(lens: types.CodeLens) -> types.CodeLens:
        return lenses.resolve(server, lens)


def _register_commands(server: TagwrightServer) -> None:
    def register(name: str) -> None:
        @server.command(name)
        async def run(params: types.ExecuteCommandParams) -> None:
            server.start()
            await commands.run(server, name, params)

    for name in (*commands.PROMPT_COMMANDS, commands.REWRITE):
        register(name)

    @server.command(commands.VARIANTS)
    async def variants(params: types.ExecuteCommandParams) -> list[dict[str, Any]]:
        server.start()
        return await commands.variants(server, params)

    @server.command(commands.STATUS)
    async def status(params: types.ExecuteCommandParams) -> dict[str, Any]:
        server.start()
        return to_json(server.session.state)


def main(
    transport: Literal["stdio", "tcp", "ws"] = "stdio",
    host: str = "127.0.0.1",
    port: int = 0,
    log_level: str = "warning",
) -> int:
    """Serve one client and return the process's exit code once it has gone.

    Raises ``InputError`` where the address or log level can't be used.
    """
    log_to_stderr(log_level)
    server = create_server()
    if transport == "stdio":
        running = serve_stdio(server)
    elif transport == "tcp":
        running = serve_tcp(server, host, port)
    else:
        running = serve_ws(server, host, port)

    async def serve() -> int:
        try:
            return await running
        finally:
            server.session.close()
            server.journal.finish()
            server.log.close()

    try:
        return asyncio.run(serve())
    except KeyboardInterrupt:
        return 130

"""The JSON-RPC layer: pygls' own, corrected where it loses answers or text.

pygls 2.1.1 leaves a request that can't be read without an answer, ignores requests after
``shutdown``, keeps running a command that was cancelled, sends tracebacks as error data, ends the
process in the middle of a callback, and splits lines where LSP does not. Each method below
replaces the built-in handler of the same name.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Generator
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.protocol import (
    JsonRPCNotification,
    JsonRPCRequestMessage,
    JsonRPCResponseMessage,
    LanguageServerProtocol,
    lsp_method,
)

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer

log = logging.getLogger(__name__)


class Protocol(LanguageServerProtocol):
    """Answers every request exactly once; one instance serves one connection."""

    _server: TagwrightServer
    exit_code: int | None = None
    """Set once the client sent ``exit``: 0 after ``shutdown``, else 1."""

    def receive(self, body: bytes | str) -> None:
        """Handle one message as it came, without its headers. Never raises."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError):
            self._refuse(None, types.ErrorCodes.ParseError, "The message is not valid JSON.")
            return
        if not isinstance(data, dict) or data.get("jsonrpc") != self.VERSION:
            self._refuse(None, types.ErrorCodes.InvalidRequest, "The message is not JSON-RPC 2.0.")
            return
        method, msg_id = data.get("method"), data.get("id")
        if not isinstance(method, (str, type(None))) or isinstance(msg_id, (list, dict)):
            self._refuse(None, types.ErrorCodes.InvalidRequest, "The message is not JSON-RPC 2.0.")
            return
        if method is not None and self._is_out_of_turn(method, msg_id):
            return
        if method is not None:
            data.setdefault("params", None)
        try:
            message = self._converter.structure(data, self._message_type(data))
        except Exception as error:
            log.warning("A message could not be read: %s (%s)", method or msg_id, error)
            if method is None:
                self._fail_request(msg_id)
            elif msg_id is not None:
                self._refuse(
                    msg_id,
                    types.ErrorCodes.InvalidParams,
                    f"The parameters of {method} are not as the protocol defines them.",
                )
            return
        try:
            self.handle_message(message)
        except Exception:
            log.exception("A message could not be handled: %s", method or msg_id)

    def _message_type(self, data: dict[str, Any]) -> Any:
        if "method" in data:
            generic = JsonRPCRequestMessage if "id" in data else JsonRPCNotification
            return self.get_message_type(data["method"]) or generic
        if "error" in data or "id" not in data:
            return types.ResponseErrorMessage
        return self._result_types.pop(data["id"], None) or JsonRPCResponseMessage

    def _is_out_of_turn(self, method: str, msg_id: int | str | None) -> bool:
        """Answer what comes before ``initialize`` or after ``shutdown``; say whether it did."""
        started = self._workspace is not None
        if method == types.EXIT or (started != (method == types.INITIALIZE) and not self._shutdown):
            return False
        if msg_id is None:
            return True
        if self._shutdown:
            code, why = types.ErrorCodes.InvalidRequest, "The server is shutting down."
        elif started:
            code, why = types.ErrorCodes.InvalidRequest, "The server is initialized already."
        else:
            code, why = types.ErrorCodes.ServerNotInitialized, "Send initialize first."
        self._refuse(msg_id, code, why)
        return True

    def _refuse(self, msg_id: int | str | None, code: int, message: str) -> None:
        error = types.ResponseError(code=int(code), message=message)
        self._send_data(types.ResponseErrorMessage(id=msg_id, error=error))

    def _fail_request(self, msg_id: Any) -> None:
        """Fail a request of ours whose answer can't be read, so that nobody waits for it."""
        future = self._request_futures.pop(msg_id, None)
        if future is not None and not future.done():
            future.set_exception(JsonRpcException("The client's answer can't be read."))

    def _send_handler_result(self, future: Future[Any], *, msg_id: int | str) -> None:
        self._request_futures.pop(msg_id, None)
        if future.cancelled():
            self._refuse(msg_id, types.LSPErrorCodes.RequestCancelled, "The request was cancelled.")
            return
        error = future.exception()
        if error is None:
            self._send_response(msg_id, result=future.result())
        elif isinstance(error, JsonRpcException):
            self._refuse(msg_id, error.code, error.message)
        else:
            log.error("Request %s failed", msg_id, exc_info=error)
            self._refuse(
                msg_id,
                types.ErrorCodes.InternalError,
                f"Tagwright failed on this request ({type(error).__name__}: {error}); "
                "its log on stderr says more.",
            )

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(
        self, params: types.InitializeParams
    ) -> Generator[Any, Any, types.InitializeResult]:
        """Answer with the capabilities; pygls leaves out that commands report progress."""
        result = yield from super().lsp_initialize(params)
        if result.capabilities.execute_command_provider is not None:
            result.capabilities.execute_command_provider.work_done_progress = True
        return result

    @lsp_method(types.EXIT)
    def lsp_exit(self, *args: Any) -> None:  # type: ignore[override]
        """Note the exit code; the transport's loop ends at the next message."""
        self.exit_code = 0 if self._shutdown else 1

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Keep the document in our own store."""
        self._server.documents.open(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Change the document in our own store."""
        self._server.documents.change(params.text_document, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Drop the document from our own store, and what was guessed at in it."""
        self._server.documents.close(params.text_document.uri)
        self._server.generations.stop_aside()

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    async def lsp_workspace__execute_command(  # type: ignore[override]
        self, params: types.ExecuteCommandParams
    ) -> Any:
        """Run a command as one task, so that a cancelled request cancels the command itself."""
        handler = self.fm.commands.get(params.command)
        if handler is None:
            raise JsonRpcInvalidParams(f"Tagwright has no command {params.command!r}.")
        return await handler(params)

    @lsp_method(types.WINDOW_WORK_DONE_PROGRESS_CANCEL)
    def lsp_work_done_progress_cancel(self, params: types.WorkDoneProgressCancelParams) -> None:
        """Cancel the work that reports under this token."""
        self._server.progresses.cancel(params.token)

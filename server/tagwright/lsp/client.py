"""What the connected editor can do, and how it is spoken to."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcException

from tagwright.settings import SECTION

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer

log = logging.getLogger(__name__)

ANSWER_SECONDS = 10.0
"""How long an editor may take to send its settings before we go on without them."""


class Client:
    """The editor at the other end; all methods belong to the event loop's thread."""

    def __init__(self, server: TagwrightServer) -> None:
        self._server = server

    def _can(self, capability: str) -> bool:
        return bool(get_capability(self._server.client_capabilities, capability, False))

    @property
    def has_literals(self) -> bool:
        """Takes code actions, not just commands, from ``textDocument/codeAction``."""
        return self._can("text_document.code_action.code_action_literal_support")

    @property
    def resolves_edits(self) -> bool:
        """Asks for a code action's edit once it was chosen, and sends its ``data`` back."""
        resolved = get_capability(
            self._server.client_capabilities,
            "text_document.code_action.resolve_support.properties",
            (),
        )
        return (
            self.has_literals
            and self._can("text_document.code_action.data_support")
            and "edit" in resolved
        )

    @property
    def versions_edits(self) -> bool:
        """Takes ``documentChanges``: edits that say which version they were made for."""
        return self._can("workspace.workspace_edit.document_changes")

    @property
    def applies_edits(self) -> bool:
        """Answers ``workspace/applyEdit``."""
        return self._can("workspace.apply_edit")

    @property
    def takes_snippets(self) -> bool:
        """Inserts snippets with tab stops from completion items."""
        return self._can("text_document.completion.completion_item.snippet_support")

    @property
    def preselects(self) -> bool:
        """Selects the completion item that says so."""
        return self._can("text_document.completion.completion_item.preselect_support")

    @property
    def inserts_or_replaces(self) -> bool:
        """Lets the user choose whether a completion replaces what follows the cursor."""
        return self._can("text_document.completion.completion_item.insert_replace_support")

    @property
    def insert_text_modes(self) -> tuple[types.InsertTextMode, ...]:
        """What it can do with the indentation of a completion's lines."""
        path = "text_document.completion.completion_item.insert_text_mode_support.value_set"
        return tuple(get_capability(self._server.client_capabilities, path, ()) or ())

    @property
    def reads_markdown(self) -> bool:
        """Shows the documentation of completion items as Markdown."""
        path = "text_document.completion.completion_item.documentation_format"
        formats = get_capability(self._server.client_capabilities, path, ())
        return types.MarkupKind.Markdown in (formats or ())

    @property
    def refreshes_lenses(self) -> bool:
        """Asks for code lenses again when it is told to."""
        return self._can("workspace.code_lens.refresh_support")

    @property
    def shows_progress(self) -> bool:
        """Lets the server start a progress of its own."""
        return self._can("window.work_done_progress")

    @property
    def keeps_settings(self) -> bool:
        """Answers ``workspace/configuration``."""
        return self._can("workspace.configuration")

    def show(self, level: types.MessageType, message: str) -> None:
        """Show one sentence to the user."""
        log.info("%s: %s", level.name, message)
        self._server.window_show_message(types.ShowMessageParams(type=level, message=message))

    async def settings(self) -> object:
        """Ask for the section ``tagwright``; None where the editor has nothing to say."""
        wish = types.ConfigurationParams(items=[types.ConfigurationItem(section=SECTION)])
        try:
            answer = await asyncio.wait_for(
                self._server.workspace_configuration_async(wish), ANSWER_SECONDS
            )
        except (JsonRpcException, asyncio.TimeoutError) as error:
            log.warning("The editor did not send its settings: %r", error)
            return None
        return answer[0] if answer else None

    async def watch_settings(self) -> None:
        """Ask to be told when the settings change, where the editor wants to be asked."""
        if not self._can("workspace.did_change_configuration.dynamic_registration"):
            return
        registration = types.Registration(
            id="tagwright-settings",
            method=types.WORKSPACE_DID_CHANGE_CONFIGURATION,
            register_options=types.DidChangeConfigurationRegistrationOptions(section=SECTION),
        )
        try:
            await self._server.client_register_capability_async(
                types.RegistrationParams(registrations=[registration])
            )
        except JsonRpcException as error:
            log.warning("The editor won't say when its settings change: %s", error)

    async def refresh_lenses(self) -> None:
        """Have the editor ask for code lenses again, where it can."""
        if not self.refreshes_lenses:
            return
        try:
            await self._server.workspace_code_lens_refresh_async(None)
        except JsonRpcException as error:
            log.info("The editor does not ask for code lenses again: %s", error)

    async def apply(self, edit: types.WorkspaceEdit, label: str) -> tuple[bool, str]:
        """Apply an edit; return whether the editor did, and its reason if not."""
        try:
            answer = await self._server.workspace_apply_edit_async(
                types.ApplyWorkspaceEditParams(edit=edit, label=label)
            )
        except JsonRpcException as error:
            return False, error.message
        return answer.applied, answer.failure_reason or ""

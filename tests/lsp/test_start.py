"""The start: what is promised, that loading happens behind it, and how it fails."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

from .conftest import Start
from .support import CURSOR, refusal, write_script

PAGE = f"<body>\n  <!-- a login form{CURSOR} -->\n</body>\n"


async def test_capabilities(start: Start, spec: str) -> None:
    editor = await start(spec)
    assert editor.result is not None
    promised = editor.result.capabilities
    assert isinstance(promised.code_action_provider, types.CodeActionOptions)
    assert promised.code_action_provider.resolve_provider is True
    assert list(promised.code_action_provider.code_action_kinds or []) == ["refactor.rewrite"]
    assert promised.execute_command_provider is not None
    assert list(promised.execute_command_provider.commands) == [
        "tagwright.generate",
        "tagwright.regenerate",
        "tagwright.replace",
        "tagwright.rewrite",
        "tagwright.variants",
        "tagwright.status",
    ]
    assert promised.completion_provider is not None
    assert list(promised.completion_provider.trigger_characters or []) == [">", "}", "\n"]
    assert promised.inline_completion_provider is not None
    assert promised.code_lens_provider is not None
    assert promised.code_lens_provider.resolve_provider is True
    assert promised.execute_command_provider.work_done_progress is True
    assert isinstance(promised.text_document_sync, types.TextDocumentSyncOptions)
    assert promised.text_document_sync.change == types.TextDocumentSyncKind.Incremental
    assert promised.text_document_sync.open_close is True
    assert editor.result.server_info is not None
    assert editor.result.server_info.name == "tagwright"


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        (None, "utf-16"),
        (["utf-16"], "utf-16"),
        (["utf-8", "utf-16"], "utf-8"),
        (["utf-32", "utf-16"], "utf-32"),
        (["latin-1"], "utf-16"),
    ],
)
async def test_position_encoding(start: Start, offered: list[str] | None, chosen: str) -> None:
    capabilities = client_capabilities("visual-studio-code")
    capabilities.general = types.GeneralClientCapabilities(position_encodings=offered)
    editor = await start(capabilities)
    assert editor.encoding == chosen
    page = await editor.generated(f"<p>µ€😀</p><!-- 😀 a form{CURSOR} -->\n")
    assert page == "<p>µ€😀</p><!-- 😀 a form -->\n<p>Hello</p>\n"


async def test_initialize_and_actions_do_not_wait_for_the_model(start: Start, spec: str) -> None:
    """The model takes an hour to load, so all that is answered here did not wait for it."""
    editor = await start(spec, script={"load_ms": 3_600_000})
    at = editor.open(PAGE)
    action = await editor.action(at)
    waiting = asyncio.ensure_future(editor.resolve(action, "early"))
    await editor.until(lambda: editor.progress_of("Generate HTML"))
    editor.cancel("early")
    assert (await refusal(waiting)).code == types.LSPErrorCodes.RequestCancelled


async def test_early_request_waits_for_the_model(start: Start, spec: str) -> None:
    editor = await start(spec, script={"load_ms": 700})
    page = await editor.generated(PAGE)
    assert "<p>Hello</p>" in page
    await editor.until(lambda: len(editor.progress_of("Loading the model")) == 2)
    begun, ended = editor.progress_of("Loading the model")
    assert not begun.cancellable
    assert isinstance(ended, types.WorkDoneProgressEnd)


async def test_load_failure_is_shown_once_and_answers_requests(start: Start, spec: str) -> None:
    sentence = "The model file is damaged; download it again."
    editor = await start(spec, script={"fail_load": sentence})
    action = await editor.action(editor.open(PAGE))
    for _ in range(3):
        error = await refusal(editor.resolve(action))
        assert error.message == sentence
    assert editor.shown() == [sentence]
    assert editor.client.messages[0].type == types.MessageType.Error
    await editor.until(lambda: len(editor.progress_of("Loading the model")) == 2)


async def test_missing_model_is_one_sentence(start: Start, tmp_path: Path) -> None:
    editor = await start(options={"model": str(tmp_path / "none.json")})
    error = await refusal(editor.resolve(await editor.action(editor.open(PAGE))))
    assert "none.json" in error.message
    assert "Traceback" not in error.message
    assert editor.shown() == [error.message]


async def test_settings_change_after_failure_loads_again(start: Start, tmp_path: Path) -> None:
    editor = await start(script={"fail_load": "It is damaged."}, configuration={})
    action = await editor.action(editor.open(PAGE))
    await refusal(editor.resolve(action))
    good = write_script(tmp_path, "good.json", default={"text": "<p>Good</p>"})
    editor.client.set_configuration(good, section="tagwright.model")
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    resolved = await editor.resolve(action)
    assert "<p>Good</p>" in editor.applied(resolved.edit)


def test_importing_the_server_is_light() -> None:
    heavy = "torch transformers xllamacpp peft numpy gguf"
    code = (
        "import sys, tagwright.lsp.server\n"
        f"print([name for name in {heavy.split()} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "[]"


async def test_shutdown_cancels_what_runs(start: Start) -> None:
    editor = await start(script={"load_ms": 3_600_000})
    waiting = asyncio.ensure_future(editor.resolve(await editor.action(editor.open(PAGE))))
    await editor.until(lambda: editor.progress_of("Generate HTML"))
    await editor.shut_down()
    assert (await refusal(waiting)).code == types.LSPErrorCodes.RequestCancelled

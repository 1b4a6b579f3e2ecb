"""Settings on their way: initializationOptions, pulled, pushed, changed, wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

from .conftest import Start
from .support import CURSOR, write_script

PAGE = f"<!-- a list{CURSOR} -->\n"
KEPT, REPLACED = "<!-- a list -->\n<p>Hello</p>\n", "<p>Hello</p>\n"


def without_pull() -> types.ClientCapabilities:
    """Return a client that only sends its settings by itself."""
    capabilities = client_capabilities("visual-studio-code")
    assert capabilities.workspace is not None
    capabilities.workspace.configuration = None
    return capabilities


async def test_pulled_settings_go_over_the_initial_ones(start: Start) -> None:
    configuration = {"comment": "replace", "model": None}
    editor = await start(options={"comment": "keep"}, configuration=configuration)
    assert await editor.generated(PAGE) == REPLACED


async def test_initial_settings_serve_where_nothing_can_be_pulled(start: Start) -> None:
    editor = await start(without_pull(), options={"comment": "replace"})
    assert await editor.generated(PAGE) == REPLACED


async def test_pulled_again_after_a_change(start: Start) -> None:
    editor = await start(configuration={})
    assert await editor.generated(PAGE) == KEPT
    editor.client.set_configuration("replace", section="tagwright.comment")
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    assert await editor.generated(PAGE) == REPLACED


@pytest.mark.parametrize("wrapped", [False, True])
async def test_pushed_settings(start: Start, wrapped: bool) -> None:
    editor = await start(without_pull())
    section = {"comment": "replace"}
    settings: Any = {"tagwright": section} if wrapped else section
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
    assert await editor.generated(PAGE) == REPLACED


async def test_another_model_is_loaded(start: Start, tmp_path: Path) -> None:
    editor = await start(without_pull())
    assert await editor.generated(PAGE) == KEPT
    other = write_script(tmp_path, "other.json", default={"text": "<p>Other</p>"})
    editor.client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams({"model": other})
    )
    assert await editor.generated(PAGE) == "<!-- a list -->\n<p>Other</p>\n"


async def test_same_model_is_not_loaded_again(start: Start) -> None:
    editor = await start(without_pull())
    await editor.generated(PAGE)
    editor.client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams({"comment": "replace"})
    )
    assert await editor.generated(PAGE) == REPLACED
    assert editor.begun("Loading the model") == 1


async def test_limit_of_tokens_reaches_the_engine(start: Start) -> None:
    tokens = ["<ul>", "<li>", "a", "</li>", "<li>", "b", "</li>", "</ul>"]
    script = {"default": {"tokens": tokens}}
    editor = await start(script=script, options={"maxNewTokens": 4})
    assert await editor.generated(PAGE) == "<!-- a list -->\n<ul>\n  <li>a</li>\n</ul>\n"


async def test_wrong_values_are_said_once(start: Start, spec: str) -> None:
    editor = await start(spec, options={"comment": "delete", "maxNewTokens": -1})
    assert await editor.generated(PAGE) == KEPT
    warnings = editor.shown(types.MessageType.Warning)
    assert len(warnings) == 2
    assert "tagwright.comment" in warnings[0]
    assert "tagwright.maxNewTokens" in warnings[1]
    for _ in range(2):
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({}))
        await editor.generated(PAGE)
    assert editor.shown() == warnings


async def test_client_is_asked_to_report_changes(start: Start) -> None:
    editor = await start("visual-studio-code")
    await editor.until(lambda: editor.registered)
    (registration,) = editor.registered
    assert registration.method == types.WORKSPACE_DID_CHANGE_CONFIGURATION


async def test_client_that_can_not_register_is_not_asked(start: Start) -> None:
    editor = await start("neovim")
    await editor.generated(PAGE)
    assert editor.registered == []

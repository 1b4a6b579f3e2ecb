"""Fixtures: an editor for each recorded client, connected to a real server process."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from lsprotocol import types

from .support import CLIENTS, Editor, connect, within, write_script

Start = Callable[..., Awaitable[Editor]]


@pytest_asyncio.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Start editors; called as ``await start("neovim", script={...}, options={...})``."""
    editors: list[Editor] = []

    async def make(
        spec: str | types.ClientCapabilities = "visual-studio-code",
        script: dict[str, Any] | None = None,
        options: dict[str, Any] | None = None,
        configuration: dict[str, Any] | None = None,
        initialize: bool = True,
    ) -> Editor:
        editor = await connect(spec)
        editors.append(editor)
        if configuration is not None:
            editor.client.set_configuration(configuration, section="tagwright")
        if initialize:
            model = write_script(tmp_path, **(script or {}))
            await editor.initialize({"engine": "scripted", "model": model, **(options or {})})
        return editor

    yield make
    for editor in editors:
        await editor.shut_down()
        await within(editor.client.stop())


@pytest.fixture(params=CLIENTS)
def spec(request: pytest.FixtureRequest) -> str:
    """Name one recorded client."""
    return str(request.param)

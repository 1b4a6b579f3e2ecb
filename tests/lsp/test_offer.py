"""Where the action is offered, what it looks like, and how a client may filter it."""

from __future__ import annotations

from lsprotocol import types
from pytest_lsp import client_capabilities

from .conftest import Start
from .support import CURSOR, position_of

PROMPT = "<!-- a login form -->"


OFFERED = (
    f"<!-- a lo{CURSOR}gin form -->",
    f"{CURSOR}<!-- a login form -->",
    f"<!-- a login form -->{CURSOR}",
    f"<div>\n {CURSOR}   <!-- a login form -->\n</div>",
    f"<ul>\n  <!-- a{CURSOR}\n  list -->\n</ul>\n",
    f"<p>x</p>\r\n\t<!-- 😀 a{CURSOR} list -->\r\n",
)
NOT_OFFERED = (
    f"<p>no {CURSOR}comment</p>\n<!-- a login form -->",
    f"<nav></nav><!-- /n{CURSOR}av -->",
    f"<!-- TODO: write{CURSOR} this -->",
    f"<!--[if IE]>{CURSOR}<p>old</p><![endif]-->",
    f"<!-- <p>out</p>{CURSOR} -->",
    CURSOR,
)


async def test_offered(start: Start, spec: str) -> None:
    editor = await start(spec)
    for number, page in enumerate(OFFERED):
        uri = f"file:///{number}.html"
        action = await editor.action(editor.open(page, uri), uri)
        assert action.title == "Generate HTML"
        assert action.kind == types.CodeActionKind.RefactorRewrite
        assert action.edit is None
        assert action.command is None
        assert isinstance(action.data, dict)
        assert (action.data["uri"], action.data["version"]) == (uri, 1)


async def test_not_offered(start: Start) -> None:
    editor = await start()
    for number, page in enumerate(NOT_OFFERED):
        uri = f"file:///{number}.html"
        assert await editor.actions(editor.open(page, uri), uri=uri) == [], page


async def test_selected_text_is_offered(start: Start, spec: str) -> None:
    editor = await start(spec)
    text = "<body>\n  a login form with email\n</body>\n"
    editor.open(text)
    begin = position_of(text, text.index("a login"), editor.encoding)
    end = position_of(text, text.index("\n</body>"), editor.encoding)
    action = await editor.action(begin, end=end)
    page = editor.applied((await editor.resolve(action)).edit)
    assert page == "<body>\n  <p>Hello</p>\n</body>\n"


FILTERS: dict[tuple[str, ...] | None, bool] = {
    None: True,
    ("",): True,
    ("refactor",): True,
    ("refactor.rewrite",): True,
    ("quickfix", "refactor"): True,
    ("refactor.rewrite.html",): False,
    ("refactor.extract",): False,
    ("refactor.re",): False,
    ("quickfix",): False,
    ("source.organizeImports",): False,
}


async def test_filter(start: Start) -> None:
    editor = await start()
    at = editor.open(PROMPT)
    for only, offered in FILTERS.items():
        actions = await editor.actions(at, only=None if only is None else list(only))
        assert bool(actions) == offered, only


async def test_document_that_is_not_open(start: Start) -> None:
    editor = await start()
    assert await editor.actions(types.Position(0, 3), uri="file:///never-opened.html") == []


async def test_oldest_clients_get_a_bare_command(start: Start) -> None:
    capabilities = client_capabilities("visual-studio-code")
    assert capabilities.text_document is not None
    capabilities.text_document.code_action = types.CodeActionClientCapabilities()
    editor = await start(capabilities)
    command, *_ = await editor.actions(editor.open(f"{PROMPT}{CURSOR}\n"))
    assert isinstance(command, types.Command)
    assert command.command == "tagwright.generate"

"""Completion, ghost text, settings, file types and :checkhealth in a real Neovim."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .conftest import Open
from .support import Nvim

DRINKS = {"match": "drinks", "text": "<ul><li>Tea</li><li>Milk</li></ul>"}
PATIENT = {"completionBudgetMs": 60000}
"""A busy machine must not answer with a part."""


def _complete(nvim: Nvim) -> None:
    nvim.open("<div>\n  <!-- drinks: Tea and Milk -->\n\n</div>\n")
    nvim.api("win_set_cursor", 0, [3, 0])
    nvim.do("set completeopt=menuone")
    nvim.api("input", "S<C-x><C-o>")
    nvim.until(lambda: nvim.vim("pumvisible"), "the menu")
    nvim.api("input", "<C-y>")
    nvim.until(lambda: "Milk</li>" in nvim.text, "the completion")
    nvim.api("input", "<Esc>")


def test_omnifunc_completion_is_accepted(opened: Open) -> None:
    nvim = opened([DRINKS], PATIENT)
    _complete(nvim)
    assert nvim.text == (
        "<div>\n  <!-- drinks: Tea and Milk -->\n"
        "  <ul>\n    <li>Tea</li>\n    <li>Milk</li>\n  </ul>\n</div>\n"
    )


def test_omnifunc_completion_replaces_the_comment(opened: Open) -> None:
    nvim = opened([DRINKS], {**PATIENT, "comment": "replace"})
    _complete(nvim)
    assert "drinks" not in nvim.text
    assert "  <ul>\n    <li>Tea</li>\n    <li>Milk</li>\n  </ul>\n" in nvim.text


def _ghost(nvim: Nvim) -> str:
    return str(
        nvim.lua(
            """
            local shown = {}
            for _, space in pairs(vim.api.nvim_get_namespaces()) do
              local marks = vim.api.nvim_buf_get_extmarks(0, space, 0, -1, { details = true })
              for _, mark in ipairs(marks) do
                for _, chunk in ipairs(mark[4].virt_text or {}) do table.insert(shown, chunk[1]) end
              end
            end
            return table.concat(shown)
            """
        )
    )


def _typing_below_a_comment(nvim: Nvim) -> None:
    if not nvim.has("0.12"):
        pytest.skip("Ghost text came with Neovim 0.12.")
    nvim.open("<div>\n  <!-- a greeting -->\n</div>\n")
    nvim.cursor("<!--")
    nvim.api("input", "o")
    nvim.until(lambda: "<p>Hello</p>" in _ghost(nvim), "the ghost text")


def test_ghost_text_is_shown_and_accepted(opened: Open) -> None:
    nvim = opened()
    _typing_below_a_comment(nvim)
    nvim.api("input", "<C-l>")
    nvim.until(lambda: "<p>Hello</p>" in nvim.text)
    nvim.api("input", "<Esc>")
    assert nvim.text == "<div>\n  <!-- a greeting -->\n  <p>Hello</p>\n</div>\n"


def test_tab_is_the_users_unless_given_away(opened: Open) -> None:
    nvim = opened()
    _typing_below_a_comment(nvim)
    nvim.api("input", "<Tab><Esc>")
    assert "Hello" not in nvim.text
    mapped = [mapping["lhs"] for mapping in nvim.api("buf_get_keymap", 0, "i")]
    assert mapped == ["<C-L>"]


def test_tab_accepts_where_it_was_asked_to(opened: Open) -> None:
    nvim = opened(options={"accept_key": "<Tab>"})
    _typing_below_a_comment(nvim)
    nvim.api("input", "<Tab>")
    nvim.until(lambda: "<p>Hello</p>" in nvim.text)
    nvim.api("input", "<Esc>o<Tab>x<Esc>")
    assert "\tx\n" in nvim.text or "  x\n" in nvim.text


def test_changed_settings_hold_at_once(opened: Open) -> None:
    nvim = opened()
    nvim.open("<!-- a greeting -->\n<!-- another one -->\n")
    nvim.cursor("another")
    nvim.do("Tagwright generate")
    nvim.until_text("<!-- a greeting -->\n<!-- another one -->\n<p>Hello</p>\n")
    nvim.lua("require('tagwright').setup({ settings = { comment = 'replace' } })")
    nvim.cursor("greeting")
    nvim.do("Tagwright generate")
    nvim.until_text("<p>Hello</p>\n<!-- another one -->\n<p>Hello</p>\n")


def test_a_wrong_setting_is_told(opened: Open) -> None:
    nvim = opened(settings={"comment": "burn"})
    nvim.open("<p></p>\n")
    nvim.until_told("tagwright.comment")


FILES = {
    "a.html": ("html", "<!-- a greeting -->"),
    "b.vue": ("vue", "<template>\n<!-- a greeting -->\n</template>"),
    "c.jsx": ("javascriptreact", "const a = (\n  <>\n    {/* a greeting */}\n  </>\n);"),
    "d.php": ("php", "<!-- a greeting -->"),
    "e.md": ("markdown", "<!-- a greeting -->"),
    "f.html.erb": ("eruby", "<%# a greeting %>"),
    "g.svelte": ("svelte", "<!-- a greeting -->"),
    "h.html": ("htmldjango", "{% extends 'base.html' %}\n{# a greeting #}"),
    "i.hbs": ("handlebars", "{{!-- a greeting --}}"),
    "j.twig": ("twig", "{# a greeting #}"),
}


def test_file_types_with_markup_have_the_server(opened: Open) -> None:
    nvim = opened()
    known = nvim.lua("return dofile(vim.api.nvim_get_runtime_file('lsp/tagwright.lua', false)[1])")
    for name, (filetype, text) in FILES.items():
        nvim.open(text + "\n", name, attached=False)
        assert filetype in known["filetypes"]
        assert nvim.vim("getbufvar", "%", "&filetype") == filetype
        nvim.until(lambda: nvim.attached, name)
        nvim.cursor("greeting")
        nvim.do("Tagwright generate")
        nvim.until(lambda: "<p>Hello</p>" in nvim.text, name)


def test_files_opened_at_once_share_one_server(opened: Open) -> None:
    nvim = opened()
    for name in ("a.html", "b.html", "c.php"):
        nvim.open("<!-- a greeting -->\n", name, attached=False)
    nvim.until(lambda: nvim.attached)
    assert nvim.lua("return #require('tagwright.compat').clients()") == 1
    nvim.cursor("greeting")
    nvim.do("Tagwright generate")
    nvim.until_text("<!-- a greeting -->\n<p>Hello</p>\n")


def test_other_files_are_left_alone(opened: Open) -> None:
    nvim = opened()
    nvim.open("print('x')\n", "a.py", attached=False)
    assert nvim.lua("return package.loaded['tagwright.client'] == nil")


def test_a_buffer_without_a_name_has_to_be_saved_first(opened: Open) -> None:
    nvim = opened()
    nvim.do("set filetype=html")
    nvim.vim("setline", 1, "<!-- a greeting -->")
    nvim.do("Tagwright generate")
    nvim.until_told("has no name yet")
    nvim.do(f"write {nvim.folder / 'saved.html'}")
    nvim.do("Tagwright generate")
    nvim.until_text("<!-- a greeting -->\n<p>Hello</p>\n")


def test_a_missing_program_is_told_in_one_message(opened: Open) -> None:
    nvim = opened(path="/usr/bin:/bin")
    nvim.open("<!-- a greeting -->\n", attached=False)
    assert nvim.vim("executable", "tagwright") == 0
    nvim.open("<!-- a greeting -->\n", "b.html", attached=False)
    (told,) = nvim.told
    assert "pipx install tagwright" in told
    nvim.do("Tagwright generate")
    assert nvim.told == [told, told]
    nvim.do("checkhealth tagwright")
    assert "pipx install tagwright" in nvim.text


def test_health(opened: Open) -> None:
    nvim = opened()
    nvim.open("<!-- a greeting -->\n")
    nvim.do("checkhealth tagwright")
    text = nvim.text
    assert str(Path(sys.executable).parent / "tagwright") in text
    assert "version: tagwright " in text
    assert "loaded:    script.json with scripted" in text
    assert "attached to 1 buffer(s)" in text
    assert "ERROR" not in text


def test_it_starts_by_command_only_where_that_was_chosen(opened: Open) -> None:
    nvim = opened(options={"autostart": False})
    nvim.open("<!-- a greeting -->\n", attached=False)
    assert not nvim.attached
    nvim.do("Tagwright generate")
    nvim.until_text("<!-- a greeting -->\n<p>Hello</p>\n")


def test_neovims_own_way_to_enable_a_server(opened: Open) -> None:
    nvim = opened(options={"autostart": False})
    if not nvim.has("0.11"):
        pytest.skip("vim.lsp.enable() came with Neovim 0.11.")
    nvim.lua("vim.lsp.config('tagwright', { settings = { tagwright = vim.g.tagwright.settings } })")
    nvim.lua("vim.lsp.enable('tagwright')")
    nvim.open("<!-- a greeting -->\n")
    nvim.lua(
        "vim.lsp.buf.code_action({ apply = true,"
        " filter = function(action) return action.title == 'Generate HTML' end })"
    )
    nvim.until_text("<!-- a greeting -->\n<p>Hello</p>\n")
    nvim.do("undo")
    assert nvim.text == "<!-- a greeting -->\n"

"""The command :Tagwright in a real Neovim."""

from __future__ import annotations

import time
from functools import partial

from .conftest import Open
from .support import Nvim

PAGE = """<!DOCTYPE html>
<html lang="en">
<body>
  <!-- a greeting -->
  <main></main>
</body>
</html>
"""
DONE = PAGE.replace("greeting -->\n", "greeting -->\n  <p>Hello</p>\n")
AGAIN = {"match": "again", "text": "<p>Again</p>"}


def test_generate_is_one_step_to_undo(opened: Open) -> None:
    nvim = opened()
    nvim.open(PAGE)
    nvim.cursor("greeting")
    nvim.do("Tagwright generate")
    nvim.until_text(DONE)
    nvim.do("undo")
    assert nvim.text == PAGE
    assert nvim.told == []


def test_without_a_subcommand_it_generates(opened: Open) -> None:
    nvim = opened()
    nvim.open("<p>é𝄞 µ</p> <!-- a greeting -->\n")
    nvim.cursor("greeting")
    nvim.do("Tagwright")
    nvim.until(lambda: "<p>Hello</p>" in nvim.text)
    assert nvim.text.startswith("<p>é𝄞 µ</p> <!-- a greeting -->\n")


def test_regenerate_replaces_what_was_generated(opened: Open) -> None:
    nvim = opened()
    nvim.open(PAGE)
    nvim.cursor("greeting")
    nvim.do("Tagwright generate")
    nvim.until_text(DONE)
    tick = nvim.api("buf_get_changedtick", 0)
    nvim.do("Tagwright regenerate")
    nvim.until(lambda: nvim.api("buf_get_changedtick", 0) > tick or nvim.told)
    assert nvim.text == DONE
    assert nvim.told == []


def test_regenerate_without_anything_generated_says_so_once(opened: Open) -> None:
    nvim = opened()
    nvim.open(PAGE)
    nvim.cursor("greeting")
    nvim.do("Tagwright regenerate")
    nvim.until_told("generate anew")
    time.sleep(0.3)
    assert len(nvim.told) == 1
    assert nvim.text == PAGE


def test_replace_takes_the_comment_away(opened: Open) -> None:
    nvim = opened()
    nvim.open(PAGE)
    nvim.cursor("greeting")
    nvim.do("Tagwright replace")
    nvim.until_text(PAGE.replace("<!-- a greeting -->", "<p>Hello</p>"))


LIST = "<ul>\n  <li>One</li>\n</ul>\n<p>after</p>\n"


def test_rewrite_lines_as_the_words_say(opened: Open) -> None:
    nvim = opened([{"match": "ordered list", "text": "<ol><li>One</li></ol>"}])
    nvim.open(LIST)
    nvim.do("1,3Tagwright rewrite make it an ordered list")
    nvim.until_text("<ol>\n  <li>One</li>\n</ol>\n<p>after</p>\n")
    nvim.do("undo")
    assert nvim.text == LIST


def test_rewrite_a_selection_within_a_line(opened: Open) -> None:
    nvim = opened([{"match": "strong", "text": "<strong>µ two</strong>"}])
    nvim.open("<p>é <em>µ two</em> three</p>\n")
    nvim.cursor("<em>")
    # Within the line: the paragraph is not part of it.
    nvim.api("input", "vf/f>:Tagwright rewrite use strong<CR>")
    nvim.until_text("<p>é <strong>µ two</strong> three</p>\n")


def test_rewrite_as_the_comment_above_says(opened: Open) -> None:
    nvim = opened([{"match": "ordered list", "text": "<ol><li>One</li></ol>"}])
    nvim.open("<!-- make it an ordered list -->\n" + LIST)
    nvim.do("2,4Tagwright rewrite")
    nvim.until(lambda: "<ol>" in nvim.text)


def test_rewrite_without_a_selection(opened: Open) -> None:
    nvim = opened()
    nvim.open(LIST)
    nvim.do("Tagwright rewrite as a table")
    nvim.until_told("select markup to rewrite")
    assert nvim.text == LIST


def test_no_prompt_here_is_told_once(opened: Open) -> None:
    nvim = opened()
    nvim.open(PAGE)
    nvim.cursor("<main>")
    nvim.do("Tagwright generate")
    nvim.until_told("There is no prompt here")
    time.sleep(0.3)
    assert len(nvim.told) == 1


def _variants(nvim: Nvim) -> None:
    nvim.open("<!-- a greeting -->\n")
    nvim.lua("vim.ui.select = function(found, options, done) _G.asked = {found, options, done} end")
    nvim.do("Tagwright variants")
    nvim.until(lambda: nvim.lua("return _G.asked ~= nil"), "variants are offered")


def test_a_variant_is_chosen(opened: Open) -> None:
    nvim = opened()
    _variants(nvim)
    shown = nvim.lua("return _G.asked[2].format_item(_G.asked[1][1])")
    assert shown == "<p>Hello</p>"
    nvim.lua("_G.asked[3](_G.asked[1][1])")
    assert nvim.text == "<!-- a greeting -->\n<p>Hello</p>\n"
    nvim.do("undo")
    assert nvim.text == "<!-- a greeting -->\n"


def test_no_variant_is_chosen(opened: Open) -> None:
    nvim = opened()
    _variants(nvim)
    nvim.lua("_G.asked[3](nil)")
    assert nvim.text == "<!-- a greeting -->\n"


def test_a_variant_of_a_page_that_changed_is_not_inserted(opened: Open) -> None:
    nvim = opened()
    _variants(nvim)
    nvim.vim("append", 0, "<p>typed</p>")
    nvim.lua("_G.asked[3](_G.asked[1][1])")
    nvim.until_told("the page changed while you chose")
    assert nvim.text == "<p>typed</p>\n<!-- a greeting -->\n"


def test_cancel(opened: Open) -> None:
    nvim = opened()
    page = "<!-- something slow -->\n<!-- a greeting -->\n"
    nvim.open(page)
    nvim.cursor("slow")
    nvim.do("Tagwright generate")
    nvim.until(lambda: nvim.lua("return require('tagwright').status()") == "Tagwright: generating")
    nvim.do("Tagwright cancel")
    nvim.until_told("cancelled")
    nvim.until(lambda: nvim.lua("return require('tagwright').status()") == "Tagwright")
    assert nvim.text == page
    nvim.cursor("greeting")
    nvim.do("Tagwright generate")
    nvim.until_text(page + "<p>Hello</p>\n")


def test_status(opened: Open) -> None:
    nvim = opened()
    assert nvim.lua("return require('tagwright').status()") == ""
    nvim.open(PAGE)
    nvim.cursor("greeting")
    nvim.do("Tagwright generate")
    nvim.until_text(DONE)
    nvim.do("Tagwright status")
    told = nvim.until_told("state: idle, model loaded")
    assert "engine: scripted" in told
    assert "model: script.json" in told


def test_log_shows_what_the_server_said(opened: Open) -> None:
    nvim = opened(options={"cmd": ["sh", "-c", "echo quite broken >&2; exit 3", "lsp", "--stdio"]})
    nvim.open(PAGE, attached=False)
    time.sleep(0.5)
    nvim.do("Tagwright log")
    nvim.until(lambda: (nvim.do("edit"), "quite broken" in nvim.text)[1], "the log has it")
    assert not nvim.vim("getbufvar", "%", "&modifiable")


def test_restart(opened: Open) -> None:
    nvim = opened()
    nvim.open(PAGE)
    first = nvim.lua("return require('tagwright.client').of(0).id")
    nvim.do("Tagwright restart")
    nvim.until(lambda: nvim.attached)
    assert nvim.lua("return require('tagwright.client').of(0).id") != first
    nvim.cursor("greeting")
    nvim.do("Tagwright generate")
    nvim.until_text(DONE)


def test_subcommands_are_completed(opened: Open) -> None:
    nvim = opened()
    complete = partial(nvim.vim, "getcompletion")
    assert complete("Tagwright re", "cmdline") == ["regenerate", "replace", "restart", "rewrite"]
    assert len(complete("Tagwright ", "cmdline")) == 9
    assert complete("Tagwright generate ", "cmdline") == []


def test_an_unknown_subcommand_names_the_others(opened: Open) -> None:
    nvim = opened()
    nvim.do("Tagwright generat")
    assert "regenerate" in nvim.until_told("there is no :Tagwright generat;")

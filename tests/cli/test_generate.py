from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LIST = {"match": "a list", "text": "<ul><li>Tea</li><li>Kaffee für zwei</li></ul>"}
LIST_HTML = "<ul>\n  <li>Tea</li>\n  <li>Kaffee für zwei</li>\n</ul>\n"


def test_markup_is_printed_formatted(cli: Callable, script: Callable) -> None:
    ran = cli("generate", "a list of drinks", *script(LIST))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, LIST_HTML, "")


def test_json_has_prompt_html_tokens_and_ms(cli: Callable, script: Callable) -> None:
    ran = cli("generate", "--json", "a list of drinks", *script(LIST))
    row = json.loads(ran.stdout)
    assert list(row) == ["prompt", "html", "tokens", "ms"]
    assert row["prompt"] == "a list of drinks"
    assert row["html"] == LIST_HTML.rstrip("\n")
    assert row["tokens"] == -(-len(LIST["text"]) // 4)
    assert isinstance(row["ms"], int)


def test_prompt_comes_from_a_file_or_stdin(cli: Callable, script: Callable, tmp_path: Path) -> None:
    (tmp_path / "prompt.txt").write_bytes(b"\xef\xbb\xbfa list\r\nof drinks\n")
    assert cli("generate", "--file", "prompt.txt", *script(LIST)).stdout == LIST_HTML
    assert cli("generate", "--file", "-", *script(LIST), stdin="a list\n").stdout == LIST_HTML


def test_context_and_input_reach_the_model(cli: Callable, script: Callable, tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text("<b>old</b>")
    flags = script(
        {"match": "CSS framework: bootstrap; inside <main>", "text": "<p>framed</p>"},
        {"match": "Change this markup:\n<b>old</b>", "text": "<p>changed</p>"},
        default={"text": "<p>neither</p>"},
    )
    context = json.dumps({"framework": "bootstrap", "parent": "main"})
    assert cli("generate", "x", "--context", context, *flags).stdout == "<p>framed</p>\n"
    assert cli("generate", "x", "--input", "old.html", *flags).stdout == "<p>changed</p>\n"


def test_an_input_without_markup_joins_the_prompt(cli: Callable, script: Callable) -> None:
    flags = script({**LIST, "match": "a list of these\nred, 3 < 4, blue"})
    rows = json.dumps({"prompt": "a list of these", "input": "red, 3 < 4, blue\n"})
    made = json.loads(cli("generate", "--batch", "-", *flags, stdin=rows).stdout)
    assert made["html"] == LIST_HTML.rstrip("\n")
    assert made["input"] == "red, 3 < 4, blue\n"


def test_context_can_be_a_page(cli: Callable, script: Callable) -> None:
    page = '<html lang="de"><body><h2>A</h2><nav><!-- the links --></nav><h3>B</h3></body></html>'
    flags = script(
        {"match": "inside <nav>; below a level 2", "text": "<a>at the comment</a>"},
        {"match": "below a level 3 heading; page language: de", "text": "<p>at the end</p>"},
    )
    at_comment = cli("generate", "the links", "--context", json.dumps(page), *flags)
    assert at_comment.stdout == "<a>at the comment</a>\n"
    assert cli("generate", "x", "--context", json.dumps(page), *flags).stdout == (
        "<p>at the end</p>\n"
    )


def test_ids_of_the_page_are_avoided(cli: Callable, script: Callable) -> None:
    flags = script(default={"text": '<p id="intro">x</p>'})
    ran = cli("generate", "x", "--context", '{"ids": ["intro"]}', *flags)
    assert 'id="intro"' not in ran.stdout
    assert "<p id=" in ran.stdout


def test_answer_cut_at_the_token_limit_is_closed(cli: Callable, script: Callable) -> None:
    flags = script(default={"tokens": ["<ul>", "<li>", "one", "</li>", "<li>", "two", "</li>"]})
    ran = cli("generate", "x", "--max-new-tokens", "4", *flags)
    assert ran.stdout == "<ul>\n  <li>one</li>\n</ul>\n"


def test_no_usable_markup_is_exit_code_1(cli: Callable, script: Callable) -> None:
    ran = cli("generate", "x", *script(default={"text": "I am sorry."}))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("tagwright: The model's answer holds no usable markup")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["generate", ""], "The prompt is empty"),
        (["generate", " \n "], "The prompt is empty"),
        (["generate"], "Give one prompt"),
        (["generate", "x", "--file", "y"], "Give one prompt"),
        (["generate", "--file", "missing.txt"], "There is no file missing.txt"),
        (["generate", "--file", "."], "is a directory"),
        (["generate", "--file", "latin1.txt"], "latin1.txt is not UTF-8 (line 2)"),
        (["generate", "x", "--engine", "banana"], "give one of auto, llamacpp, bitsandbytes"),
        (["generate", "x", "--model", "missing.gguf"], "missing.gguf does not exist"),
        (["generate", "x", "--model", "latin1.txt"], "latin1.txt is not a GGUF model"),
        (["generate", "x", "--temperature", "hot"], "give a number from 0"),
        (["generate", "x", "--max-new-tokens", "0"], "can't be 0: give a whole number"),
        (["generate", "x", "--context", "{"], "--context is not JSON"),
        (["generate", "x", "--context", '{"colour": 1}'], "no field 'colour'"),
        (["generate", "x", "--context", '{"heading": "2"}'], "must be a whole number"),
        (["generate", "x", "--context", '{"ids": "a"}'], "must be a list of texts"),
        (["generate", b"caf\xe9".decode("utf-8", "surrogateescape")], "not UTF-8"),
        (["generate", "x", "--colour"], "Unrecognized arguments: --colour"),
        (["paint"], "invalid choice"),
        ([], "COMMAND"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(
    cli: Callable, refused: Callable, tmp_path: Path, args: list[str], words: str
) -> None:
    (tmp_path / "latin1.txt").write_bytes("a form\nfür Gäste".encode("latin-1"))
    refused(cli(*args), words)


def test_model_that_fails_is_one_sentence(
    cli: Callable, refused: Callable, script: Callable
) -> None:
    refused(cli("generate", "x", *script(fail_load="The model is broken.")), "is broken")
    failing = script(default={"text": "<ul></ul>", "fail_after": 1})
    refused(cli("generate", "x", *failing), "failed after 1 tokens")


def test_output_is_utf8_in_any_locale(
    cli: Callable, script: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert cli("generate", "a list", *script(LIST)).stdout == LIST_HTML


def test_version_is_printed(cli: Callable) -> None:
    from tagwright import __version__

    assert cli("--version").stdout == f"tagwright {__version__}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
@pytest.mark.parametrize(
    ("redirection", "words"),
    [(">/dev/full", "The output can't be written"), (">&-", "is closed"), ("<&-", "is closed")],
)
def test_output_that_can_not_be_written_is_one_sentence(
    script: Callable, redirection: str, words: str
) -> None:
    command = shlex.join([sys.executable, "-m", "tagwright", "generate", "a list", *script(LIST)])
    ran = subprocess.run(
        ["sh", "-c", f"{command} {redirection}"], capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("tagwright: ") and ran.stderr.count("\n") == 1
    assert words in ran.stderr

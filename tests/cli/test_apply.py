from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

NAV = {"match": "the nav", "text": '<nav><a href="/">Home</a></nav>'}
FORM = {"match": "a form", "text": '<form id="f"><button>Go</button></form>'}
TALK = {"match": "talk", "text": "Sorry."}

PAGE = "<body>\n  <!-- the nav -->\n  <p>x</p>\n  <!-- a form -->\n</body>\n"
FILLED = """<body>
  <!-- the nav -->
  <nav>
    <a href="/">Home</a>
  </nav>
  <p>x</p>
  <!-- a form -->
  <form id="f">
    <button>Go</button>
  </form>
</body>
"""


def test_every_prompt_is_filled_and_printed(
    cli: Callable, script: Callable, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    ran = cli("apply", "page.html", *script(NAV, FORM))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, FILLED, "")
    assert page.read_text() == PAGE


def test_write_changes_the_file_and_keeps_its_mode_and_link(
    cli: Callable, script: Callable, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    page.chmod(0o640)
    link = tmp_path / "link.html"
    link.symlink_to(page)
    ran = cli("apply", "link.html", "--write", *script(NAV, FORM))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert page.read_text() == FILLED
    assert link.is_symlink()
    assert page.stat().st_mode & 0o777 == 0o640
    assert {item.name for item in tmp_path.iterdir()} == {"link.html", "page.html", "script.json"}


def test_read_only_file_is_left_alone(
    cli: Callable, refused: Callable, script: Callable, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    page.chmod(0o440)
    refused(cli("apply", "page.html", "--write", *script(NAV, FORM)), "is read-only")
    assert page.read_text() == PAGE


def test_comments_can_be_replaced(cli: Callable, script: Callable) -> None:
    ran = cli("apply", "-", "--comment", "replace", *script(NAV, FORM), stdin=PAGE)
    assert ran.stdout == FILLED.replace("  <!-- the nav -->\n", "").replace(
        "  <!-- a form -->\n", ""
    )


def test_bom_crlf_emoji_and_missing_final_newline_stay(cli: Callable, script: Callable) -> None:
    page = "\ufeff<div>😀\r\n\t<!-- a form -->\r\n\t<b>x</b></div>"
    ran = cli("apply", "-", *script(FORM), stdin=page)
    assert ran.stdout == page.replace(
        "<!-- a form -->",
        '<!-- a form -->\r\n\t<form id="f">\r\n\t\t<button>Go</button>\r\n\t</form>',
    )


def test_later_prompts_see_the_markup_of_earlier_ones(cli: Callable, script: Callable) -> None:
    ran = cli("apply", "-", *script(FORM), stdin="<!-- a form -->\n<!-- a form -->\n")
    assert ran.stdout.count("<form id=") == 2
    assert ran.stdout.count('<form id="f">') == 1
    assert ran.stdout.index('<form id="f">') == ran.stdout.index("<form")


def test_two_prompts_on_one_line_are_both_filled(cli: Callable, script: Callable) -> None:
    ran = cli("apply", "-", *script(NAV, FORM), stdin="<!-- the nav --> <!-- a form --> <i>x</i>\n")
    order = ["the nav", "<nav>", "a form", "<form", "<i>x</i>"]
    assert sorted(order, key=ran.stdout.index) == order


def test_prompt_without_usable_answer_is_left_with_a_note(cli: Callable, script: Callable) -> None:
    page = "<!-- talk to me -->\n<!-- the nav -->\n"
    ran = cli("apply", "-", *script(NAV, TALK), stdin=page)
    assert ran.returncode == 0
    assert ran.stdout.startswith("<!-- talk to me -->\n<!-- the nav -->\n<nav>")
    assert ran.stderr.startswith("tagwright: 'talk to me': The model's answer holds no usable")


def test_page_without_prompts_is_printed_as_it_is(cli: Callable) -> None:
    ran = cli("apply", "-", "--engine", "scripted", stdin="<p>x</p><!-- /nav -->")
    assert (ran.returncode, ran.stdout) == (0, "<p>x</p><!-- /nav -->")
    assert "holds no prompt comment" in ran.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["missing.html"], "There is no file missing.html"),
        (["latin1.html"], "latin1.html is not UTF-8"),
        (["-", "--write"], "leave out --write"),
        (["-", "--comment", "eat"], "give one of keep, replace"),
    ],
)
def test_bad_input_is_one_sentence(
    cli: Callable, refused: Callable, tmp_path: Path, args: list[str], words: str
) -> None:
    (tmp_path / "latin1.html").write_bytes(b"<!-- a caf\xe9 -->")
    refused(cli("apply", *args), words)


def test_failing_model_leaves_the_file_alone(
    cli: Callable, refused: Callable, script: Callable, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    flags = script(NAV, {"match": "a form", "text": "<form></form>", "fail_after": 1})
    refused(cli("apply", "page.html", "--write", *flags), "failed after 1 tokens")
    assert page.read_text() == PAGE


def test_file_s_ending_tells_the_language(cli: Callable, script: Callable, tmp_path: Path) -> None:
    page = tmp_path / "App.tsx"
    page.write_text("// the nav\nconst A = () => (\n  <main>\n    {/* the nav */}\n  </main>\n);\n")
    ran = cli("apply", "App.tsx", *script({"match": "the nav", "text": '<br class="x">'}))
    assert ran.returncode == 0
    assert ran.stdout == page.read_text().replace(
        "{/* the nav */}", '{/* the nav */}\n    <br className="x" />'
    )


def test_two_prompts_of_one_paragraph(cli: Callable, script: Callable, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>a <!-- the nav --> b <!-- a form --> c</p>\n")
    ran = cli("apply", "page.html", "--comment", "replace", *script(NAV, FORM))
    assert ran.returncode == 0
    assert ran.stdout == (
        '<p>a b c</p>\n<form id="f">\n  <button>Go</button>\n</form>\n'
        '<nav>\n  <a href="/">Home</a>\n</nav>\n'
    )

"""Rows from every kind of source, and one sentence for each kind of bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tagwright.errors import InputError
from tagwright_training.data import Columns, open_rows, open_split

GOOD = '{"prompt": "a greeting", "html": "<p>Hello</p>"}\n'


def written(path: Path, content: str | bytes) -> str:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def test_json_lines_give_whole_rows(tmp_path: Path) -> None:
    entry = {
        "prompt": "a card for Ada",
        "html": "<article>Ada</article>",
        "context": {"framework": "bootstrap", "heading": 2},
        "input": "<article>Bob</article>",
    }
    rows = open_rows(written(tmp_path / "a.jsonl", f"{json.dumps(entry)}\n\n{GOOD}"))
    first, second = rows
    assert (first.prompt, first.html, first.input) == (
        entry["prompt"],
        entry["html"],
        entry["input"],
    )
    assert (first.context.framework, first.context.heading) == ("bootstrap", 2)
    assert "Ada" in first.copied[0]
    assert second.prompt == "a greeting"
    assert [row.prompt for row in rows] == [row.prompt for row in rows], "it can be read again"
    assert rows.count == 2


def test_csv_and_parquet_with_columns_of_instruction_data(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow.parquet import write_table

    table = {
        "instruction": ["A card, with a name", "Change the title"],
        "input": ["Name: Ada", "<h1>Old</h1>"],
        "output": ['<p class="card">\nAda</p>', "```html\n<h1>New</h1>\n```"],
    }
    write_table(pyarrow.table(table), tmp_path / "a.parquet")
    written(
        tmp_path / "a.csv",
        'instruction,input,output\r\n"A card, with a name",Name: Ada,"<p class=""card"">\n'
        'Ada</p>"\r\nChange the title,<h1>Old</h1>,"```html\n<h1>New</h1>\n```"\r\n',
    )
    for name in ("a.parquet", "a.csv"):
        card, change = open_rows(str(tmp_path / name))
        # What is no markup is a part of the wish, what is markup is to be changed.
        assert (card.prompt, card.input) == ("A card, with a name\nName: Ada", "")
        assert card.html == '<p class="card">\nAda</p>'
        assert (change.input, change.html) == ("<h1>Old</h1>", "<h1>New</h1>")


def test_columns_can_be_named(tmp_path: Path) -> None:
    source = written(tmp_path / "a.csv", "wish;page\na greeting;<p>Hello</p>\n")
    (row,) = open_rows(source, columns=Columns("wish", "page"))
    assert (row.prompt, row.html) == ("a greeting", "<p>Hello</p>")


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    lines = [
        GOOD.strip(),
        '{"prompt": "", "html": "<p>x</p>"}',
        '{"prompt": "x", "html": null}',
        '{"prompt": "x", "html": "I can not help with that"}',
        json.dumps({"prompt": "long", "html": "<p>" + "x" * 500}),
    ]
    rows = open_rows(written(tmp_path / "a.jsonl", "\n".join(lines)), longest=300)
    assert len(list(rows)) == 1
    assert rows.report() == (
        f"1 row of {tmp_path / 'a.jsonl'}; left out: 2 without prompt or markup, "
        "1 whose answer is no markup, 1 longer than 300 characters."
    )


def test_the_log_of_the_server_teaches_what_was_kept(tmp_path: Path) -> None:
    jsx = '<p className="b">{/* mine */}better</p>'
    entries = [
        {"id": "1", "prompt": "a", "html": "<p>a</p>", "outcome": "accepted"},
        {"id": "2", "prompt": "b", "html": "<p>b</p>", "outcome": "accepted"},
        {"id": "3", "prompt": "c", "html": "<p>c</p>", "outcome": "rejected"},
        # What came later counts.
        {"id": "2", "prompt": "b", "html": "<p>b</p>", "outcome": "edited", "edited": jsx},
    ]
    entries[3]["language"] = "javascriptreact"
    written(tmp_path / "generations.1.jsonl", "\n".join(map(json.dumps, entries[:2])))
    written(tmp_path / "generations.jsonl", "\n".join(map(json.dumps, entries[2:])))
    rows = open_rows(str(tmp_path))
    assert [row.html for row in rows] == ["<p>a</p>", '<p class="b">better</p>']
    assert rows.skipped == {"rejected by the user": 1}


def test_a_mined_directory_has_two_splits(tmp_path: Path) -> None:
    written(tmp_path / "rows.jsonl", GOOD)
    with pytest.raises(InputError, match="has no held-out"):
        open_rows(str(tmp_path), split="held-out")
    written(tmp_path / "held-out.jsonl", GOOD.replace("greeting", "farewell"))
    train, held_out = open_split(str(tmp_path))
    assert [row.prompt for row in train] == ["a greeting"]
    assert [row.prompt for row in held_out] == ["a farewell"]


def test_a_file_is_split_by_its_requests(tmp_path: Path) -> None:
    entries = [{"prompt": f"part {n % 100}", "html": f"<p>{n}</p>"} for n in range(200)]
    source = written(tmp_path / "a.jsonl", "\n".join(map(json.dumps, entries)))
    train, held_out = open_split(source, held_out=0.2)
    asked, judged = ({row.prompt for row in part} for part in (train, held_out))
    assert not asked & judged
    assert len(asked | judged) == 100
    assert 5 <= len(judged) <= 40
    again = open_split(source, held_out=0.2)[1]
    assert list(again) == list(held_out)
    assert train.fingerprint() != held_out.fingerprint() == again.fingerprint()


def test_a_fingerprint_follows_the_content(tmp_path: Path) -> None:
    source = written(tmp_path / "a.jsonl", GOOD)
    before = open_rows(source).fingerprint()
    assert before == open_rows(source).fingerprint()
    written(tmp_path / "a.jsonl", GOOD.replace("Hello", "Hi"))
    assert before != open_rows(source).fingerprint()


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.jsonl", "", "holds no rows; give a file with at least one."),
        ("a.jsonl", GOOD + '{"prompt": "x"', "Line 2 of .* is not valid JSON .*column 15"),
        ("a.jsonl", GOOD + '{"prompt": "x"}', "Line 2 of .* has no 'html', only prompt;"),
        ("a.jsonl", GOOD + '"x"', "Line 2 of .* is not a JSON object"),
        ("a.jsonl", GOOD + "[" * 9000, "Line 2 of .* (nested too deeply|not valid JSON)"),
        ("a.jsonl", '{"prompt": 3, "html": "<p>"}', "Line 1 of .*: its 'prompt' has to be a text"),
        ("a.jsonl", '{"text": "x", "tag": "<p>"}', "its columns are text, tag: say which to take"),
        ("a.jsonl", "[\n" + GOOD + "]", "is one JSON array; give one object a line"),
        ("a.jsonl", GOOD.encode("utf-16"), "Line 1 of .* is not UTF-8; save"),
        ("a.jsonl", GOOD.encode() + b'{"prompt": "\xe4"}', "Line 2 of .* is not UTF-8; save"),
        ("a.jsonl", '{"prompt": "", "html": "<p>"}', "nothing is left to train on"),
        ("a.csv", "prompt,html\na, b,<p>x</p>\n", "line 2 of .* has 3 cells and the header 2"),
        ("a.csv", 'prompt,html\na,"<p>x</p>\n', "no well-formed CSV near line 2"),
        ("a.csv", "", "holds no rows"),
        ("a.parquet", "text", "is no readable Parquet file"),
        ("a.txt", GOOD, "is of no known kind; give a file that ends in"),
    ],
)
def test_bad_files_are_explained(
    tmp_path: Path, name: str, content: str | bytes, complaint: str
) -> None:
    with pytest.raises(InputError, match=complaint) as caught:
        open_rows(written(tmp_path / name, content))
    assert "\n" not in str(caught.value)


def test_missing_columns_are_named(tmp_path: Path) -> None:
    source = written(tmp_path / "a.jsonl", GOOD)
    with pytest.raises(InputError, match="no column 'markup'; its columns are prompt, html"):
        open_rows(source, columns=Columns("prompt", "markup"))
    with pytest.raises(InputError, match="has one split only"):
        open_rows(source, split="test")


@pytest.mark.parametrize("source", ["nowhere.jsonl", "/nowhere/at/all", "some/rows.jsonl"])
def test_sources_that_do_not_exist(source: str) -> None:
    with pytest.raises(InputError, match="There is no file or directory"):
        open_rows(source)

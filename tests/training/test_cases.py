"""Case files and files of pairs: what is read, and the sentence for each kind of bad line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tagwright.errors import InputError
from tagwright.prompt import PageContext, Request
from tagwright_training.evaluate.cases import Case, default_cases, load_cases
from tagwright_training.evaluate.checks import Check, run_checks
from tagwright_training.evaluate.pairs import load_pairs

GOOD: dict[str, Any] = {
    "id": "list-1",
    "prompt": "a list",
    "checks": [{"css": "ul > li", "op": ">=", "count": 2}],
}


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_reads_every_field(tmp_path: Path) -> None:
    row = {
        **GOOD,
        "context": {"framework": "bootstrap", "heading": 2, "ids": ["a", "b"]},
        "input": "<ul></ul>",
        "reference": "<ul><li>x</li></ul>",
    }
    suite = load_cases(write(tmp_path / "own.jsonl", json.dumps(row)))
    request = Request(
        "a list", PageContext(framework="bootstrap", heading=2, ids=("a", "b")), "<ul></ul>"
    )
    assert suite.name == "own"
    assert suite.cases == (
        Case("list-1", request, (Check("ul > li", ">=", 2),), "<ul><li>x</li></ul>"),
    )


def test_blank_lines_are_skipped_and_line_separators_in_texts_kept(tmp_path: Path) -> None:
    first = json.dumps({**GOOD, "prompt": "a\u2028b"}, ensure_ascii=False)
    second = json.dumps({**GOOD, "id": "list-2"})
    suite = load_cases(write(tmp_path / "own.jsonl", first, "", second))
    assert [case.request.prompt for case in suite.cases] == ["a\u2028b", "a list"]


def test_limit_takes_the_first(tmp_path: Path) -> None:
    rows = [json.dumps({**GOOD, "id": f"list-{n}"}) for n in range(4)]
    suite = load_cases(write(tmp_path / "own.jsonl", *rows), limit=2)
    assert [case.id for case in suite.cases] == ["list-0", "list-1"]


def check(**changes: Any) -> str:
    return json.dumps({**GOOD, "checks": [{**GOOD["checks"][0], **changes}]})


def without(key: str) -> str:
    return json.dumps({name: value for name, value in GOOD.items() if name != key})


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not valid JSON"),
        ("[1]", "JSON object"),
        (without("id"), "'id' is missing"),
        (without("prompt"), 'needs a "prompt"'),
        (without("checks"), "'checks' is missing"),
        (json.dumps({**GOOD, "prompt": " "}), 'needs a "prompt"'),
        (json.dumps({**GOOD, "prompt": 7}), 'needs a "prompt"'),
        (json.dumps({**GOOD, "input": 7}), '"input" must be a text'),
        (json.dumps({**GOOD, "id": 7}), "'id' has to be a text"),
        (json.dumps({**GOOD, "id": ""}), "'id' is empty"),
        (json.dumps({**GOOD, "reference": "\ud800"}), "not UTF-8"),
        (json.dumps({**GOOD, "check": []}), "no key 'check'"),
        (json.dumps({**GOOD, "checks": {}}), "'checks' has to be a list"),
        (json.dumps({**GOOD, "checks": ["li"]}), "a check has to be an object"),
        (json.dumps({**GOOD, "checks": [{"css": "li", "op": "=="}]}), "'count' of a check"),
        (check(op="="), "no op '='"),
        (check(op=[">="]), "no op"),
        (check(count=-1), "whole number"),
        (check(count=True), "whole number"),
        (check(css="li["), "selector 'li['"),
        (check(css=""), "selector ''"),
        (check(css=":nonsense(a)"), "selector ':nonsense(a)'"),
        (json.dumps({**GOOD, "context": 7}), '"context" must be an object'),
        (json.dumps({**GOOD, "context": {"parents": "ul"}}), "no field 'parents'"),
        (json.dumps({**GOOD, "context": {"heading": "2"}}), "must be a whole number"),
        (json.dumps({**GOOD, "context": {"lang": None}}), "must be a text"),
        (json.dumps({**GOOD, "context": {"ids": "a"}}), "must be a list of texts"),
        (json.dumps({**GOOD, "prompt": "again"}).replace("list-1", "list-0"), "that of line 1"),
    ],
)
def test_bad_line_is_one_sentence_with_its_number(tmp_path: Path, line: str, problem: str) -> None:
    first = json.dumps({**GOOD, "id": "list-0"})
    path = write(tmp_path / "own.jsonl", first, "", line)
    with pytest.raises(InputError) as caught:
        load_cases(path)
    message = str(caught.value)
    assert message.startswith(f"{path}, line 3: ")
    assert problem in message
    assert message.endswith(".")
    assert "\n" not in message


def test_files_that_hold_no_cases(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        load_cases(tmp_path / "missing.jsonl")
    with pytest.raises(InputError, match="holds no rows"):
        load_cases(write(tmp_path / "empty.jsonl", ""))
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes(b'{"id": "caf\xe9"}\n')
    with pytest.raises(InputError, match="not UTF-8"):
        load_cases(latin)
    with pytest.raises(InputError, match="can't be read"):
        load_cases(tmp_path)


def test_pairs_of_both_shapes(tmp_path: Path) -> None:
    rows: list[dict[str, str]] = [
        {"prompt": "Badge", "html": "<span>1</span>", "repo": "someone/thing"},
        {"instruction": "Make it bold", "input": "<p>x</p>", "output": "<p><b>x</b></p>"},
        {"instruction": "Show this as a list", "input": "a, b", "output": "<ul></ul>"},
        {"instruction": "A line", "input": "", "output": "<hr>"},
    ]
    suite = load_pairs(write(tmp_path / "pairs.jsonl", *map(json.dumps, rows)))
    assert suite.cases == (
        Case("pairs-1", Request("Badge"), (), "<span>1</span>"),
        Case("pairs-2", Request("Make it bold", input="<p>x</p>"), (), "<p><b>x</b></p>"),
        Case("pairs-3", Request("Show this as a list\na, b"), (), "<ul></ul>"),
        Case("pairs-4", Request("A line"), (), "<hr>"),
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"question": "x"}, "give 'prompt' and 'html', or 'instruction'"),
        ({"prompt": "x"}, "the key 'html' is missing"),
        ({"instruction": "x", "input": ""}, "the key 'output' is missing"),
        ({"instruction": "x", "input": None, "output": "y"}, "'input' has to be a text"),
    ],
)
def test_bad_pair(tmp_path: Path, row: dict[str, object], problem: str) -> None:
    path = write(tmp_path / "pairs.jsonl", json.dumps(row))
    with pytest.raises(InputError) as caught:
        load_pairs(path)
    assert f"line 1: {problem}" in str(caught.value)


def test_public_cases_are_sound() -> None:
    suite = load_cases(default_cases())
    assert len(suite.cases) >= 120
    assert all(2 <= len(case.checks) <= 6 for case in suite.cases)
    prompts = [(case.request.prompt.lower(), case.request.context) for case in suite.cases]
    assert len(set(prompts)) == len(prompts)
    kinds = {case.id.split("-")[0] for case in suite.cases}
    assert kinds >= {
        *("form", "table", "list", "nav", "media", "card", "section", "page"),
        *("bootstrap", "attr", "parent", "heading", "lang", "word", "terse", "typo", "upper"),
    }


def test_no_public_case_passes_without_markup_of_its_own() -> None:
    """An empty element or the prompt said back must not pass: such a case would test nothing."""
    for case in load_cases(default_cases()).cases:
        for answer in ("", "<div></div>", f"<div><p>{case.request.prompt}</p></div>"):
            assert not all(result.passed for result in run_checks(answer, case.checks)), case.id

"""``tagwright-train report``: what a browser, the Hub and TensorBoard read of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import ModelCard

from tagwright.prompt import PageContext
from tagwright_training.cli import main
from tagwright_training.evaluate.accessibility import axe
from tagwright_training.evaluate.browser import FOLDER, BrowserMissing
from tagwright_training.report.card import model_card

RECORD: dict[str, Any] = {
    "status": "done",
    "recipe": {
        "name": "our-style",
        "base": "tagwright-mini",
        "learning_rate": 0.0012,
        "batch_size": 16,
        "method": "lora",
        "rank": 16,
        "quantization": "nf4",
        "betas": [0.9, 0.999],
    },
    "base": {"name": "tagwright-mini", "revision": "", "parameters": 5254912, "sha256": "13bb"},
    "prompt_version": 2,
    "codec": "pointer",
    "data": {"source": "ttbui/html_alpaca", "sha256": "2afb"},
    "seed": 7,
    "versions": {"peft": "0.21.2"},
    "steps": 3,
    "rows": 1052,
    "seconds": 455.5,
}
LOG: list[dict[str, Any]] = [
    {"step": 1, "loss": 0.97, "learning_rate": 0.0, "tokens": 1687, "seconds": 95.1},
    {"step": 1, "eval_loss": 0.55, "seconds": 138.5},
    {"step": 2, "loss": 0.95, "learning_rate": 0.0012, "tokens": 2851, "seconds": 259.2},
    {"step": 3, "loss": 0.5, "learning_rate": 0.0006, "tokens": 4092, "seconds": 399.6},
]
NASTY = "</pre><script>document.title = 'hacked'</script> & <b>"
CASES = [
    {
        "id": "pears",
        "prompt": "two pears",
        "checks": [{"css": "li", "op": "==", "count": 2}],
        "reference": "<ul><li>pear</li><li>pear</li></ul>",
    },
    {"id": "nasty", "prompt": NASTY, "checks": [{"css": "p", "op": ">=", "count": 1}]},
]
SCRIPT: dict[str, Any] = {
    "codec": "none",
    "answers": [{"match": "pears", "text": "<ul><li>pear</li></ul>"}],
    "default": {
        "text": '<p onclick="x()">nasty "quoted"</p><img src="http://127.0.0.1:9/x.png" alt="X">'
        "<script>document.title = 'hacked'</script>"
        "<style>p{background:url(http://127.0.0.1:9/y.png)}</style>"
    },
}


@pytest.fixture
def run_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    (folder / "adapter").mkdir(parents=True)
    (folder / "run.json").write_text(json.dumps(RECORD), "utf-8")
    (folder / "log.jsonl").write_text("".join(json.dumps(row) + "\n" for row in LOG), "utf-8")
    return folder


@pytest.fixture
def scores(tmp_path: Path) -> tuple[Path, Path]:
    """Scores before and after, as evaluate writes them; after, the pears are right."""
    cases, script = tmp_path / "own.jsonl", tmp_path / "script.json"
    cases.write_text("".join(json.dumps(case) + "\n" for case in CASES), "utf-8")
    found = []
    for name, text in (("base", json.dumps(SCRIPT)), ("tuned", json.dumps(SCRIPT))):
        if name == "tuned":
            text = text.replace("<li>pear</li>", "<li>pear</li><li>pear</li>")
        script.write_text(text, "utf-8")
        out = tmp_path / name
        options = ["--engine", "scripted", "--model", script, "--cases", cases, "--out", out]
        flags = ["--no-axe", "--no-look", "--json", out / "result.json"]
        out.mkdir()
        assert main(["evaluate", *map(str, options), *map(str, flags)]) == 0
        found.append(out / "result.json")
    return found[0], found[1]


def report(run_dir: Path, *options: object) -> int:
    return main(["report", str(run_dir), *map(str, options)])


class Seen(HTMLParser):
    """The elements of a page, and its text outside of frames."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page_of(run_dir: Path) -> str:
    return (run_dir / "report" / "report.html").read_text("utf-8")


def test_the_training_alone(run_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(run_dir) == 0
    assert "report.html" in capsys.readouterr().out
    page = Seen(page_of(run_dir))
    alts = [image["alt"] or "" for image in page.all("img")]
    assert [alt.partition(" from")[0] for alt in alts] == ["training loss", "learning rate"]
    assert "0.97 to 0.5" in alts[0]
    assert "held-out loss" in alts[0]
    for name in ("loss.png", "learning-rate.png"):
        assert (run_dir / "report" / name).read_bytes().startswith(b"\x89PNG")
    assert "No scores yet" in page.text
    assert "ttbui/html_alpaca" in page.text


def test_before_and_after(run_dir: Path, scores: tuple[Path, Path]) -> None:
    before, after = scores
    assert report(run_dir, "--before", before, "--after", after, "--license", "mit") == 0
    page = Seen(page_of(run_dir))
    # Of two cases one passes, then both; the answer has a list item more.
    assert re.search(r"pass@1\s*0\.500\s*1\.000\s*\+0\.500 better", page.text)
    assert re.search(r"exact\s*0\.000\s*1\.000\s*\+1\.000 better", page.text)
    assert re.search(r"well-formed\s*(\S+)\s*\1\s*0\s", page.text)
    assert "Scores: own" in page.text
    # The changed verdict comes first, escaped and in frames that may do nothing.
    assert page.text.index("two pears") < page.text.index("hacked")
    frames = page.all("iframe")
    assert len(frames) == 4
    assert {frame["sandbox"] for frame in frames} == {""}
    shown = " ".join(frame["srcdoc"] or "" for frame in frames)
    assert "nasty" in shown
    for bad in ("<script", "onclick", "127.0.0.1"):
        assert bad not in shown
    assert page.all("script") == []
    assert NASTY in page.text

    # Everything that the page needs is in it.
    addresses = [a for _, attributes in page.tags for a in (attributes.get("src"),) if a]
    assert all(address.startswith("data:") for address in addresses)

    card = ModelCard((run_dir / "adapter" / "README.md").read_text("utf-8"))
    results = {result.metric_type: result.metric_value for result in card.data.eval_results}
    assert (results["pass_at_1"], results["exact_match"]) == (1, 1)
    assert (card.data.license, card.data.base_model) == ("mit", "tagwright-mini")
    assert "| own | pass@1 | 0.500 | 1.000 | +0.500 |" in card.text
    assert "tagwright-train evaluate --engine scripted" in card.text
    # A later report keeps the scores, and so does the card that is published.
    assert report(run_dir) == 0
    assert "+0.500 better" in Seen(page_of(run_dir)).text
    assert "| own | pass@1 | 0.500 | 1.000 | +0.500 |" in model_card(run_dir)


def test_the_card_of_a_run_without_scores(run_dir: Path) -> None:
    text = model_card(run_dir, name="our-name")
    card = ModelCard(text)
    assert card.data.to_dict() == {
        "base_model": "tagwright-mini",
        "library_name": "peft",
        "pipeline_tag": "text-generation",
        "tags": ["html", "code", "tagwright", "lora"],
        "datasets": ["ttbui/html_alpaca"],
    }
    assert "# our-name" in text
    for said in ("1,052 rows", "`2afb`", "| learning_rate | 0.0012 |", "peft 0.21.2", "Not scored"):
        assert said.replace("Not scored", "Not measured") in text
    assert "codec pointer" in text
    assert "Not stated" in text


def test_a_run_on_another_base_from_a_local_file(run_dir: Path, tmp_path: Path) -> None:
    """A path of this machine is nobody's business; a base of the hub is named with its id."""
    data = tmp_path / "private" / "rows.jsonl"
    record = {**RECORD, "base": {"name": "tiiuae/falcon-7b"}, "data": {"source": str(data)}}
    (run_dir / "run.json").write_text(json.dumps(record), "utf-8")
    card = ModelCard(model_card(run_dir))
    assert card.data.base_model == "tiiuae/falcon-7b"
    assert card.data.datasets is None
    assert "rows.jsonl" in card.text
    assert str(tmp_path) not in card.text
    assert "--engine bitsandbytes --model tiiuae/falcon-7b --adapter" in card.text


def test_data_is_answered_by_base_and_adapter(
    run_dir: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The embedded model and its own adapter, as if the run had made it."""
    from tagwright.models import embedded

    made = embedded().adapter
    assert made is not None
    shutil.copytree(made, run_dir / "adapter", dirs_exist_ok=True)
    data = tmp_path / "wishes.jsonl"
    data.write_text(json.dumps({"prompt": "a login form", "html": "<form></form>"}) + "\n", "utf-8")
    assert report(run_dir, "--data", data) == 0
    out, err = capfd.readouterr()
    assert out.count("wishes") == 2
    assert "--adapter none" in err
    scores = [
        json.loads((run_dir / "report" / name).read_text("utf-8"))
        for name in ("before.json", "after.json")
    ]
    assert [document["model"]["adapter"] is None for document in scores] == [True, False]
    assert len(Seen(page_of(run_dir)).all("iframe")) == 2


def test_event_files_are_what_tensorboard_reads(run_dir: Path, tmp_path: Path) -> None:
    pytest.importorskip("tensorboard")
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    for _ in range(2):  # the second replaces the first
        assert report(run_dir, "--tensorboard", tmp_path / "events") == 0
    events = EventAccumulator(str(tmp_path / "events"))
    events.Reload()
    found = {
        tag: [(event.step, round(event.value, 4)) for event in events.Scalars(tag)]
        for tag in events.Tags()["scalars"]
    }
    assert found["loss/train"] == [(1, 0.97), (2, 0.95), (3, 0.5)]
    assert found["loss/held-out"] == [(1, 0.55)]
    assert found["learning_rate"] == [(1, 0), (2, 0.0012), (3, 0.0006)]
    times = [event.wall_time for event in events.Scalars("loss/train")]
    assert times[2] - times[0] == pytest.approx(399.6 - 95.1, abs=0.01)


def test_a_run_that_was_killed_while_it_wrote(run_dir: Path) -> None:
    with (run_dir / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"step": 4, "lo')
    (run_dir / "run.json").write_text(json.dumps({**RECORD, "status": "running"}), "utf-8")
    (run_dir / "adapter").rmdir()
    assert report(run_dir) == 0
    assert "not finished" in page_of(run_dir)
    assert (run_dir / "report" / "README.md").is_file()


@pytest.mark.parametrize(
    ("spoil", "options", "problem"),
    [
        (lambda run: shutil.rmtree(run), [], "There is no directory"),
        (lambda run: (run / "run.json").unlink(), [], "holds no run.json"),
        (lambda run: (run / "run.json").write_text("{"), [], "can't be read as JSON"),
        (lambda run: (run / "run.json").write_text("[]"), [], "holds no JSON object"),
        (lambda run: (run / "log.jsonl").write_text("{\n{}\n"), [], "line 1: not valid JSON"),
        (lambda run: None, ["--before", "nowhere.json"], "There is no file nowhere.json"),
        (lambda run: None, ["--data", "nowhere.jsonl"], "There is no file nowhere.jsonl"),
        (lambda run: None, ["--data", "x", "--before", "y"], "either --data"),
        (lambda run: (run / "adapter").rmdir(), ["--data", "x"], "is not there yet"),
        (lambda run: None, ["--out", __file__], "can't be written"),
        (lambda run: (run / "log.jsonl").unlink(), ["--tensorboard", "t"], "holds no steps"),
    ],
)
def test_mistakes_are_one_sentence(
    run_dir: Path,
    spoil: Any,
    options: list[str],
    problem: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil(run_dir)
    assert report(run_dir, *options) == 2
    said = capsys.readouterr().err.splitlines()
    assert problem in said[-1]
    assert said[-1].startswith("tagwright-train: ")


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ("{", "can't be read as JSON"),
        ("{}", "holds no scores of this version"),
        ('{"suites": [{"suite": "x"}]}', "holds no scores of this version"),
        ('{"suites": []}', "scores of no suite"),
    ],
)
def test_broken_scores(
    run_dir: Path, document: str, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = run_dir / "scores.json"
    path.write_text(document, "utf-8")
    assert report(run_dir, "--after", path) == 2
    assert problem in capsys.readouterr().err


def test_nothing_to_compare(
    run_dir: Path, scores: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = scores
    after.write_text(after.read_text("utf-8").replace('"own"', '"other"'), "utf-8")
    assert report(run_dir, "--before", before, "--after", after) == 2
    assert "There is nothing to compare" in capsys.readouterr().err


def test_scores_of_other_cases_are_not_compared(
    run_dir: Path, scores: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = scores
    after.write_text(after.read_text("utf-8").replace('"cases": 2', '"cases": 3'), "utf-8")
    assert report(run_dir, "--before", before, "--after", after) == 2
    assert "are of 2 requests before and 3 after" in capsys.readouterr().err


def test_the_page_in_a_browser(run_dir: Path, scores: tuple[Path, Path], tmp_path: Path) -> None:
    """Images load, nothing complains in the console, nothing is fetched, axe-core finds nothing."""
    before, after = scores
    assert report(run_dir, "--before", before, "--after", after) == 0
    page = run_dir / "report" / "report.html"
    try:
        with axe() as judge:
            assert judge.violations(page.read_text("utf-8"), PageContext()) == ()
    except BrowserMissing as missing:
        pytest.skip(str(missing))
    opened = subprocess.run(
        ["node", str(Path(__file__).parent / "open_page.mjs"), str(FOLDER), page.as_uri()],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    seen = json.loads(opened.stdout)
    assert seen["console"] == []
    assert seen["requests"] == [page.as_uri()]
    assert seen["title"] == "our-style: report of a fine-tuning run"
    assert len(seen["images"]) == 3
    assert all(width > 0 for width in seen["images"])
    assert len(seen["frames"]) == 4
    assert seen["frames"][0].split() == ["pear"]
    assert 'nasty "quoted"' in seen["frames"][2]

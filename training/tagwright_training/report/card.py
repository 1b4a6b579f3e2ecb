"""The model card of a run: what the Hub shows as an adapter's README.md.

Its front matter is that of https://huggingface.co/docs/hub/model-cards.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tagwright_training.evaluate.metrics import Scores
from tagwright_training.report.facts import (
    EMBEDDED,
    base_name,
    facts,
    hyperparameters,
    source_name,
    versions,
)
from tagwright_training.report.run import Run, read_run
from tagwright_training.report.scores import Comparison, Sheet, found_scores

if TYPE_CHECKING:
    from huggingface_hub import ModelCardData

REPORT = "report"
"""Directory in that of a run where ``tagwright-train report`` leaves what it makes."""

_METRICS = {
    "pass_at_1": "pass@1",
    "chrf": "chrF",
    "bleu_01": "BLEU (0 to 1)",
    "rouge_l": "ROUGE-L",
    "exact": "exact match",
    "tree": "tag-tree similarity",
    "look": "rendered similarity (SSIM)",
    "well_formed": "well-formed",
    "axe_clean": "without critical or serious axe violations",
}
_IDS = {"chrf": "chrf", "bleu_01": "bleu", "rouge_l": "rouge", "exact": "exact_match"}
"""Names that the Hub has for metrics; the others keep ours."""


def model_card(
    run_dir: Path, scores: Comparison | None = None, *, license: str = "", name: str = ""
) -> str:
    """Return the card of the adapter that a run has made, front matter first.

    scores: those that ``tagwright-train report`` left in ``run_dir``, if None. license: an id of
    the Hub, such as ``apache-2.0``; the card says so where there is none. name: of the adapter,
    the recipe's otherwise. Needs no network. Raises ``InputError`` for a broken run.
    """
    from huggingface_hub import ModelCard

    run = read_run(run_dir)
    shown = found_scores(run_dir / REPORT) if scores is None else scores
    title = name or run.name
    template = (Path(__file__).parent / "card.md.j2").read_text(encoding="utf-8")
    card = ModelCard.from_template(
        _front_matter(run, shown.after, license, title),
        template_str=template,
        name=title,
        intro=_intro(run),
        use=_use(run),
        facts=_table(("what", "value"), facts(run)),
        hyperparameters=_table(("setting", "value"), hyperparameters(run)),
        versions=", ".join(f"{package} {version}" for package, version in versions(run).items()),
        data=_data(run),
        scores=_scores(shown),
        limits=_limits(run, shown),
        licence=license
        or "Not stated yet. The base model's and the data's licences apply as well.",
    )
    return str(card)


def _front_matter(run: Run, after: Sheet | None, license: str, name: str) -> ModelCardData:
    from huggingface_hub import EvalResult, ModelCardData

    results = [
        EvalResult(
            task_type="text-generation",
            dataset_type=row.suite,
            dataset_name=row.suite,
            metric_type=_IDS.get(key, key),
            metric_name=label,
            metric_value=round(value, 4),
        )
        for row in (after.suites if after else ())
        for key, label in _METRICS.items()
        if (value := getattr(row, key)) is not None
    ]
    source = source_name(run)
    return ModelCardData(
        base_model=base_name(run),
        library_name="peft",
        pipeline_tag="text-generation",
        license=license or None,
        tags=["html", "code", "tagwright", str(run.recipe.get("method", "lora"))],
        datasets=[source] if source.count("/") == 1 else None,
        model_name=name if results else None,
        eval_results=results or None,
        metrics=sorted({result.metric_type for result in results}) or None,
    )


def _intro(run: Run) -> str:
    return (
        f"An adapter (PEFT) that makes {base_name(run)} write HTML from a request, for "
        "Tagwright, the HTML assistant for editors. Made "
        f"with `tagwright-train finetune --recipe {run.recipe.get('name', 'RECIPE')}`."
    )


def _use(run: Run) -> str:
    base = base_name(run)
    model = "" if base == EMBEDDED else f"--engine bitsandbytes --model {base} "
    return f'tagwright generate {model}--adapter PATH/OF/THIS "a login form"'


def _data(run: Run) -> str:
    source = source_name(run) or "rows that Tagwright generates"
    rows, held_out = run.record.get("rows"), run.record.get("held_out_rows")
    said = f"{source}"
    if rows is not None:
        said += f": {rows:,} rows trained on"
    if held_out:
        said += f", {held_out:,} more held out for the loss"
    digest = run.data.get("sha256") or run.data.get("fingerprint")
    return f"{said}." + (f" SHA-256: `{digest}`." if digest else "")


def _scores(scores: Comparison) -> str:
    lines = scores.lines()
    if not lines:
        return "Not measured. `tagwright-train report RUN --data FILE` measures and writes them."
    both = scores.before is not None and scores.after is not None
    rows = [
        (line.suite, line.score, line.before, line.after, line.change)[: 5 if both else 4]
        for line in lines
    ]
    said = _table(
        ("suite", "score", "base alone", "with adapter", "change")[: 5 if both else 4], rows
    )
    for name, sheet in (("Base alone", scores.before), ("With adapter", scores.after)):
        if sheet is not None and sheet.command:
            said += f"\n\n{name}:\n\n```sh\n{sheet.command}\n```"
    return said


def _limits(run: Run, scores: Comparison) -> str:
    said = [
        f"It needs exactly this base, prompt version {run.record.get('prompt_version', 'unknown')} "
        f"and the answer codec {run.record.get('codec', 'none')}.",
        "It makes mistakes: read what it wrote before you use it. Every answer passes a parser "
        "that makes it well-formed; nothing checks that it says what you meant.",
    ]
    if scores.after is None:
        said.append("It has not been scored, so nothing is known about how well it does.")
    else:
        said += [sentence for row in scores.after.suites if (sentence := _small(row))]
    return "\n".join(f"- {sentence}" for sentence in said)


def _small(row: Scores) -> str:
    if row.cases >= 100:
        return ""
    return (
        f"The scores of {row.suite} are of {row.cases} requests only, so differences may be chance."
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")

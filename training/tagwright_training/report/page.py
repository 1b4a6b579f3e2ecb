"""A run's report as one HTML file that needs nothing beside it."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tagwright_training.report.facts import base_name, facts, hyperparameters
from tagwright_training.report.plots import Plot
from tagwright_training.report.preview import samples
from tagwright_training.report.run import Run
from tagwright_training.report.scores import Comparison

NO_SCORES = (
    "No scores yet: give --data FILE to have base and adapter answered and scored, or --before and "
    "--after with files of tagwright-train evaluate --json."
)


def render_page(run: Run, scores: Comparison, plots: Sequence[Plot]) -> str:
    """Return the page, with the plots in it. Raises ``InputError`` for scores with no suite in
    common."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    before, after = scores.before, scores.after
    commands = [("Base alone", before), ("With adapter", after)]
    return environment.get_template("report.html.j2").render(
        title=f"{run.name}: report of a fine-tuning run",
        summary=_summary(run),
        facts=[*facts(run), *hyperparameters(run)],
        lines=scores.lines(),
        caption="Scores of base and adapter" if before and after else "Scores",
        has_before=before is not None,
        has_after=after is not None,
        commands=[(name, sheet.command) for name, sheet in commands if sheet and sheet.command],
        no_scores=NO_SCORES,
        plots=[_shown(plot) for plot in plots],
        samples=samples(scores),
    )


def _summary(run: Run) -> str:
    steps, losses = run.series("loss")
    said = f"An adapter on {base_name(run)}."
    if losses:
        said += f" The loss went from {losses[0]:.3f} to {losses[-1]:.3f} in {steps[-1]:.0f} steps."
    held_out = run.series("eval_loss")[1]
    if held_out:
        said += f" On held-out rows it ended at {held_out[-1]:.3f}."
    return said


def _shown(plot: Plot) -> dict[str, Any]:
    from PIL import Image

    data = plot.path.read_bytes()
    with Image.open(plot.path) as image:
        width, height = image.size
    inline = f"data:image/png;base64,{base64.b64encode(data).decode()}"
    return {
        "title": plot.title,
        "alt": plot.alt,
        "data": inline,
        "width": width,
        "height": height,
    }

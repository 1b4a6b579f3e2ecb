"""Plots of a run as PNG files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tagwright_training.report.run import Run
from tagwright_training.report.scores import Comparison

# Colours that can be told apart with any colour vision (Okabe and Ito 2008), and in grey.
_BLUE, _ORANGE = "#0072b2", "#d55e00"
_SHARES = {
    "pass_at_1": "pass@1",
    "copied": "copied",
    "well_formed": "well-formed",
    "axe_clean": "axe clean",
    "bleu_01": "BLEU",
    "exact": "exact",
    "rouge_l": "ROUGE-L",
    "tree": "tags",
    "look": "look",
}


@dataclass(frozen=True)
class Plot:
    """A picture. title: its heading. alt: what it shows, for those who do not see it."""

    path: Path
    title: str
    alt: str


def draw_plots(run: Run, scores: Comparison, out: Path) -> list[Plot]:
    """Draw what the run has to show into ``out``."""
    found = [
        _losses(run, out / "loss.png"),
        _learning_rate(run, out / "learning-rate.png"),
        *_scores(scores, out),
    ]
    return [plot for plot in found if plot is not None]


def _losses(run: Run, path: Path) -> Plot | None:
    figure, axes = _figure()
    says: list[str] = []
    for key, name, style in (
        ("loss", "training loss", {"color": _BLUE, "marker": "."}),
        ("eval_loss", "held-out loss", {"color": _ORANGE, "marker": "o", "linestyle": "--"}),
    ):
        steps, values = run.series(key)
        if values:
            axes.plot(steps, values, label=name, **style)
            lowest = min(values)
            says.append(
                f"{name} from {values[0]:.3g} to {values[-1]:.3g}, at its lowest {lowest:.3g} at "
                f"step {steps[values.index(lowest)]:.0f}"
            )
    if not says:
        return None
    _label(axes, "loss")
    axes.legend()
    return _save(figure, path, "Loss", "; ".join(says))


def _learning_rate(run: Run, path: Path) -> Plot | None:
    steps, values = run.series("learning_rate")
    if not values:
        return None
    figure, axes = _figure()
    axes.plot(steps, values, color=_BLUE, marker=".")
    _label(axes, "learning rate")
    says = f"learning rate from {values[0]:.3g} to {values[-1]:.3g}, at most {max(values):.3g}"
    return _save(figure, path, "Learning rate", says)


def _scores(scores: Comparison, out: Path) -> Iterator[Plot]:
    """Yield a bar chart a suite, of the scores that go from 0 to 1."""
    for number, (before, after) in enumerate(scores.pairs(), 1):
        both = [row for row in (before, after) if row is not None]
        keys = [key for key in _SHARES if any(getattr(row, key) is not None for row in both)]
        figure, axes = _figure(height=1.2 + 0.45 * len(keys))
        sides = [
            (row, label, colour)
            for row, label, colour in (
                (before, "base alone", _ORANGE),
                (after, "with adapter", _BLUE),
            )
            if row is not None
        ]
        thickness = 0.8 / len(sides)
        for side, (row, label, colour) in enumerate(sides):
            values = [getattr(row, key) or 0.0 for key in keys]
            places = [
                place + thickness * (side - (len(sides) - 1) / 2) for place in range(len(keys))
            ]
            bars = axes.barh(places, values, height=thickness, color=colour, label=label)
            axes.bar_label(bars, [f"{value:.3f}" for value in values], padding=3, fontsize=8)
        axes.set_yticks(range(len(keys)), [_SHARES[key] for key in keys])
        axes.invert_yaxis()
        axes.set(xlim=(0, 1.12), xlabel="share or score, 0 to 1")
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False)
        name = both[0].suite
        says = f"Bar chart of the scores of {name}; the table of scores has the numbers"
        yield _save(figure, out / f"scores-{number}.png", f"Scores: {name}", says)


def _figure(height: float = 3.6) -> tuple[Any, Any]:
    # Figures of their own: pyplot keeps all of them, and wants a display.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7.2, height), dpi=110, layout="constrained")
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _label(axes: Any, what: str) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.set(xlabel="step", ylabel=what)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))


def _save(figure: Any, path: Path, title: str, alt: str) -> Plot:
    figure.savefig(path, format="png", metadata={"Software": None})
    return Plot(path, title, f"{alt}.")

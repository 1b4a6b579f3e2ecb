"""Which columns of a data set hold what: told by the user, known, or guessed by their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tagwright.errors import InputError


@dataclass(frozen=True)
class Columns:
    """Names of the columns. input: markup to change or further facts, ``""`` for none."""

    prompt: str = "prompt"
    html: str = "html"
    input: str = ""


# Data sets of the hub that name their columns in their own way.
KNOWN = {
    "ttbui/html_alpaca": Columns("instruction", "output", "input"),
    "ttbui/alpaca_webgen_html": Columns("instruction", "output", "input"),
    "jawerty/html_dataset": Columns("label", "html"),
}
# What others call them, commonest first.
_PROMPTS = ("prompt", "instruction", "question", "label", "description", "query")
_ANSWERS = ("html", "output", "completion", "response", "answer", "code")
_INPUT = "input"


def choose(source: str, there: Sequence[str], wanted: Columns | None) -> Columns:
    """Return the columns to read from a source that has those ``there``.

    Raises ``InputError`` where one is missing, saying which there are.
    """
    columns = wanted or KNOWN.get(source)
    # A known data set may be stored anew under other names.
    if columns is None or (wanted is None and {columns.prompt, columns.html} - set(there)):
        columns = Columns(
            next((name for name in _PROMPTS if name in there), ""),
            next((name for name in _ANSWERS if name in there), ""),
            _INPUT,  # not every entry needs to have one
        )
        if not columns.prompt or not columns.html:
            missing = "prompts" if not columns.prompt else "markup"
            raise InputError(
                f"{source} has no column that must hold the {missing}; its columns are "
                f"{', '.join(there) or 'none'}: say which to take for prompt and html."
            )
    for name in filter(None, (columns.prompt, columns.html, columns.input)):
        if name not in there and not (wanted is None and name == columns.input):
            raise InputError(
                f"{source} has no column {name!r}; its columns are {', '.join(there) or 'none'}: "
                "say which to take for prompt and html."
            )
    return columns

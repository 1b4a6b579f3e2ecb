"""The data set card that lies beside mined rows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tagwright import __version__
from tagwright_training.mine.miner import Mined


def card(mined: Mined, out: Path, command: str) -> str:
    """Return the card in Markdown. command: what was run."""
    total = len(mined.rows) + len(mined.held_out)
    commit = f" at commit {mined.commit}" if mined.commit else ""
    versions = f" and {mined.versions} earlier versions from git" if mined.versions else ""
    files = f"| `rows.jsonl` | {len(mined.rows)} | training |\n"
    if mined.held_out:
        files += f"| `held-out.jsonl` | {len(mined.held_out)} | judging, from files of its own |\n"
    else:
        files += (
            "\nAll rows come from one file or a few large ones, so none could be held out by "
            "file;\n`finetune` holds out a share of them by their words.\n"
        )
    licences = "\n".join(f"- {line}" for line in mined.licences) or "None was found at the top."
    return f"""---
pretty_name: Rows mined from {mined.root.resolve().name}
task_categories: [text-generation]
tags: [html, tagwright]
---

# Rows mined from {mined.root.resolve().name}

Made by Tagwright {__version__} with `{command}` from {mined.files} pages{commit}{versions}.
Each row is what a comment or heading says (`prompt`), the element that it describes (`html`), and
what the page says about the place (`context`), as the language server reads it.

| file | rows | for |
|---|---|---|
{files}
## Where the rows come from

{_table("language", mined.languages)}

{_table("kind", mined.kinds)}

`comment`: a comment and the element below it. `heading`: an element asked for by its own heading.
`file`, `line` and `commit` of each row say where it stood.

## What was left out

Of {total + sum(mined.skipped.values())} pairs:

{_table("pairs", mined.skipped)}

{_table("files", mined.skipped_files)}

E-mail addresses were replaced by `name@example.com`; template code became the words it is called
by; comments, scripts and event handlers were taken out. Secrets are looked for by patterns and by
the names of attributes: look the rows through before you give them or a model to others.

## Licence

The rows are parts of your pages and stay under their licence. Licence files found:

{licences}

## Training on them

```sh
tagwright-train finetune --recipe mini --data {out}
```
"""


def _table(head: str, counts: Counter[str]) -> str:
    if not counts:
        return f"No {head}."
    lines = [f"| {head} | number |", "|---|---|"]
    lines += [f"| {name} | {number} |" for name, number in counts.most_common()]
    return "\n".join(lines)

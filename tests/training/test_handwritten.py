"""Hand-written pairs: reading, other values and lengths, what training does not see."""

from __future__ import annotations

from pathlib import Path

import pytest

from tagwright_training.corpus.handwritten import FOLDER, problems

FILES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_has_no_problems(path: Path) -> None:
    found = problems(path, thorough=False)
    assert not found, "\n".join(found)

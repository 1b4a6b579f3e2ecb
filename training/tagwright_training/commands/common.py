"""Arguments that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path

RECIPES = Path(__file__).parents[1] / "recipes"


def add_recipe(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument(
        "--recipe", type=Path, default=RECIPES / default, help=f"YAML file (default: {default})"
    )

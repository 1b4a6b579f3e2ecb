"""``python -m tagwright``."""

from __future__ import annotations

import sys

from tagwright.cli import main

if __name__ == "__main__":
    sys.exit(main())

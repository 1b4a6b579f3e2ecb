"""``python -m tagwright``: the same as the command ``tagwright``."""

from tagwright.cli import main

raise SystemExit(main())

"""``python -m tagwright.worker``: started by a language server, never by hand."""

from __future__ import annotations

import sys

from tagwright.worker.host import main

if __name__ == "__main__":
    sys.exit(main())

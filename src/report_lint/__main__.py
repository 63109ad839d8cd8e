"""`python -m report_lint`."""

from __future__ import annotations

import sys

from report_lint.cli import main

if __name__ == "__main__":
    sys.exit(main())

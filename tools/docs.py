"""Write the generated files: docs/rules/ and docs/schema.json.

Run `python tools/docs.py` after changing a rule, a case or the report models; `--check` only compares.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rule_pages import pages

from report_lint.render import schema

DOCS = Path(__file__).parents[1] / "docs"


def generated() -> dict[Path, str]:
    """Return the generated files and what they should hold."""
    return {**{DOCS / "rules" / name: text for name, text in pages().items()}, DOCS / "schema.json": schema.render()}


def stray() -> list[Path]:
    """Return the pages of rules that are no more."""
    return sorted(set((DOCS / "rules").glob("*.md")) - set(generated()))


def main() -> int:
    """Write the files, or with --check tell which are not current."""
    wanted, left = generated(), stray()
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text]
    if "--check" in sys.argv:
        for path in (*stale, *left):
            print(f"{path.relative_to(DOCS.parent)} is not current; run python tools/docs.py")
        return 1 if stale or left else 0
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(wanted[path], encoding="utf-8")
        print(f"wrote {path.relative_to(DOCS.parent)}")
    for path in left:
        path.unlink()
        print(f"removed {path.relative_to(DOCS.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

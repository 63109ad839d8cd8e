"""What things are called in Chinese: bodies, levels, copies, and the remedy of a finding."""

from __future__ import annotations

BODIES = {"party": "党委", "government": "政府", "joint": "党委和政府", "department": "部门"}
LEVELS = {"province": "省级", "city": "市级", "county": "县级", "township": "乡镇（街道）"}
COPIES = {"submitted": "报送稿", "published": "公开稿"}


def remedy(text: str) -> str:
    """Return the remedy behind its label; “改为” is a label of its own."""
    changed = text.removeprefix("改为")
    return f"改为：{changed.removeprefix('：')}" if changed != text else f"建议：{text}"

"""What bodies, levels and copies are called in Chinese."""

from __future__ import annotations

BODIES = {"party": "党委", "government": "政府", "joint": "党委和政府", "department": "部门"}
LEVELS = {"province": "省级", "city": "市级", "county": "县级", "township": "乡镇（街道）"}
COPIES = {"submitted": "报送稿", "published": "公开稿"}

"""What things are called in Chinese: bodies, levels, copies, families, severities, and the remedy of a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report_lint.report import LintReport, SuppressedFinding

BODIES = {"party": "党委", "government": "政府", "joint": "党委和政府", "department": "部门"}
LEVELS = {"province": "省级", "city": "市级", "county": "县级", "township": "乡镇（街道）"}
COPIES = {"submitted": "报送稿", "published": "公开稿"}
FAMILIES = {
    "STR": "结构",
    "CIT": "法律法规引用",
    "FRP": "第一责任人职责",
    "FRM": "公文格式",
    "TIM": "时间和数字",
    "CON": "内容",
    "WRD": "用语和标点",
    "INT": "工具自身",
}
SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}
_UNKNOWN = "未识别"


def facts(report: LintReport) -> dict[str, str]:
    """Return what the cover and the signature say, by what it is called."""
    body, _, level = report.profile.partition("/")
    found = report.document
    rows = {
        "标题": found.title,
        "单位": found.issuer,
        "类型": "，".join(name for name in (BODIES.get(body), LEVELS.get(level)) if name),
        "年度": found.report_year,
        "文号": found.document_number,
        "主送": found.recipient,
        "署名": found.signed_by,
        "日期": found.signed_on,
        "稿别": COPIES.get(report.copy_kind),
    }
    return {name: str(value or _UNKNOWN) for name, value in rows.items()}


def remedy(text: str) -> str:
    """Return the remedy behind its label; “改为” is a label of its own."""
    changed = text.removeprefix("改为")
    return f"改为：{changed.removeprefix('：')}" if changed != text else f"建议：{text}"


def acceptance(finding: SuppressedFinding) -> str:
    """Return why a finding was accepted."""
    return finding.reason or "列在基线中"

"""The columns and cells of the register as people write them: Chinese headings, dates, marks around titles."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.register.columns import ALIAS_MARK, ALIAS_SEPARATOR, FLAGS, HEADER, KINDS, LIST_SEPARATOR, NAMES
from report_lint.register.keys import key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# What each column may be called, besides its own name; the first is the one to recommend.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "title": ("题名", "标题", "名称", "文件名称", "法规名称", "法律法规名称"),
    "level": ("级别", "效力级别", "效力位阶", "层级", "类别", "法规类别"),
    "issuer": ("制定机关", "发文机关", "公布机关", "发布机关", "制发机关", "印发机关"),
    "number": ("文号", "发文字号", "令号", "公布文号"),
    "promulgated": ("公布日期", "公布日", "发布日期", "印发日期", "通过日期", "成文日期"),
    "effective": ("施行日期", "施行日", "实施日期", "生效日期"),
    "certainty": (NAMES["certainty"], "施行日期把握", "把握"),
    "superseded": (NAMES["superseded"], "被取代日期", "被修订日期"),
    "articles": ("条数", "条文数", "条款数"),
    "inserted": ("插入条文", "增加条文"),
    "repealed": ("废止日期", "废止日", "失效日期"),
    "successor": ("替代文件", "取代文件", "替代法规", "新文件"),
    "as_of": ("来源日期", "核对日期", "查证日期"),
    "aliases": ("简称", "公认的简称", "通用简称"),
    "flags": ("标记",),
}
# Columns of lists that offices keep, which say nothing the register holds.
PASSED_OVER = frozenset({"key", "序号", "编号", "备注", "说明", "来源", "链接", "网址", NAMES["key"]})

_COLUMNS = {
    **{heading: column for column, headings in HEADINGS.items() for heading in headings},
    **dict(zip(HEADER, HEADER, strict=True)),
}
_BRACKETED = lazy_pattern("[（(][^）)]*[）)]")
_DAY = lazy_pattern("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?Z?)?")
_COMPACT_DAY = lazy_pattern("([0-9]{4})([0-9]{2})([0-9]{2})")
_ARTICLES = lazy_pattern("(?:共|第)?([0-9]{1,4})(?:\\.0)?条?")
# 《中华人民共和国行政处罚法》（2021年修订）: which version it is stands in the columns of days.
_YEAR_NOTE = lazy_pattern("[（(][0-9]{4}年?(?:第[一二三四五六]次)?(?:修订|修正|修改|公布)[)）]$")
_CERTAINTIES = {
    "": "certain", "确定": "certain", "推算": "derived", "推定": "assumed", "转述": "secondary", "不明": "unknown",
}  # fmt: skip
_LEVELS = {
    "政策文件": "规范性文件",
    "国务院规范性文件": "规范性文件",
    "部门规范性文件": "规范性文件",
    "行政规范性文件": "规范性文件",
    "党内规范性文件": "规范性文件",
    "自治条例": "地方性法规",
    "单行条例": "地方性法规",
    "经济特区法规": "地方性法规",
}
_FLAG_WORDS = {"首次制定": "first", "各省有同名": "namesake"}
_LIST = lazy_pattern("[,，、;；\\s]+")
_NAMES = lazy_pattern("[;；\\n]+")


def column_of(heading: str) -> str | None:
    """Return the column that a heading means: 题名, “公布日期（年-月-日）”, promulgated."""
    plain = _BRACKETED.sub("", _folded(heading)).replace(" ", "").strip("*：:")
    return _COLUMNS.get(plain) or ("" if plain in PASSED_OVER else None)


def cell_of(column: str, written: str) -> str:
    """Return a cell as the register writes it.

    Raises:
        ValueError: what is written cannot be meant; the message says why.
    """
    plain = " ".join(written.split()) if column != "aliases" else written.strip()
    return _READERS.get(column, str)(plain) if plain or column == "certainty" else ""


def _title(written: str) -> str:
    title = _unmarked(written)
    if title and not key(title):
        raise ValueError(f"题名“{written}”里没有文字")
    if note := _YEAR_NOTE.search(title):
        raise ValueError(f"题名里的“{note[0]}”说的是版本，不是题名；版本写在公布日期、施行日期里")
    return title


def _unmarked(title: str) -> str:
    return re.sub("^《(.*)》$", r"\1", title)


def _day(written: str) -> str:
    plain = _folded(written)
    match = _DAY.fullmatch(plain) or _COMPACT_DAY.fullmatch(plain)
    try:
        if match is None:
            raise ValueError  # noqa: TRY301  one way out for what is no day
        return date(*map(int, match.groups())).isoformat()
    except ValueError as error:
        raise ValueError(f"“{written}”不是日期，应写成 2024-01-05 或 2024年1月5日") from error


def _articles(written: str) -> str:
    match = _ARTICLES.fullmatch(_folded(written))
    if match is None or int(match[1]) == 0:
        raise ValueError(f"条数“{written}”应为正整数，例如 86")
    return str(int(match[1]))


def _certainty(written: str) -> str:
    return _CERTAINTIES.get(written, written)


def _inserted(written: str) -> str:
    return LIST_SEPARATOR.join(filter(None, _LIST.split(_folded(written))))


def _aliases(written: str) -> str:
    names = [_unmarked(" ".join(name.split())) for name in _NAMES.split(written.removeprefix(ALIAS_MARK))]
    return ALIAS_MARK + ALIAS_SEPARATOR.join(filter(None, names)) if any(names) else ""


def _flags(written: str) -> str:
    flags = [_FLAG_WORDS.get(flag, flag) for flag in filter(None, _LIST.split(written))]
    if unknown := [flag for flag in flags if flag not in FLAGS]:
        raise ValueError(f"标记“{unknown[0]}”应为 {'、'.join((*_FLAG_WORDS, *FLAGS))} 之一")
    return LIST_SEPARATOR.join(sorted(set(flags)))


def _level(written: str) -> str:
    level = _LEVELS.get(written, written)
    if level not in KINDS:
        raise ValueError(f"级别“{written}”应为 {'、'.join(KINDS)} 之一")
    return level


def _folded(written: str) -> str:
    return unicodedata.normalize("NFKC", written).strip()


_READERS: Mapping[str, Callable[[str], str]] = {
    "title": _title,
    "level": _level,
    "successor": _title,
    "promulgated": _day,
    "effective": _day,
    "superseded": _day,
    "repealed": _day,
    "as_of": _day,
    "articles": _articles,
    "certainty": _certainty,
    "inserted": _inserted,
    "aliases": _aliases,
    "flags": _flags,
}

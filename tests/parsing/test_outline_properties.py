"""What holds for the outline of any text, however long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_lint.document import Cover
from report_lint.parsing.outline import find_sections
from report_lint.text import SourceText, Span, fold

FRAGMENTS = [
    *(
        "一、主要成效",
        "二、存在的不足。",
        "三、工作打算：",
        "五、其他事项 2024年，我局无。",
        "一、",
        "**一、加粗**",
        "## 二、标题",
    ),
    *(
        "（一）领导",
        "(二) 执法。正文。",
        "三）普法",
        "（十）队伍",
        "㈡制度",
        "1.培训",
        "2．评查",
        "１、许可。",
        "3项任务",
        "4履职",
    ),
    *(
        "5公开",
        "（1）台账",
        "②督办",
        "2.8万人次",
        "第一部分 成效",
        "第一责任人",
        "存在的问题",
        "下一步打算",
        "# 报告",
        "#",
        "**",
    ),
    *(
        "正文。",
        "正文很长，" * 12,
        "一是学。二是做。",
        "　",
        "𠮷县情况。 四、打算 （一）学。",
        "一、甲。二、乙。" * 50,
        "|一、|",
    ),
]


@given(
    st.lists(st.sampled_from(FRAGMENTS), max_size=24),
    st.sampled_from(["\n", "\r\n", " ", "", "\n\n"]),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_sections_are_ordered_nested_and_inside_the_text(lines: list[str], end: str, before: int, after: int) -> None:
    """Whatever the lines: spans in order and in the body, children in parents, siblings apart, slices as said."""
    text = end.join(lines)
    body = Span(min(before, len(text)), max(min(before, len(text)), len(text) - after))
    region = body if body.end > body.start else Span(0, len(text))
    sections = find_sections(SourceText(text), Cover(body=body))

    closed = region.start
    for place, section in enumerate(sections):
        assert section.index == place
        assert closed <= section.heading.start < section.heading.end <= section.body.start <= section.body.end
        assert section.body.end <= region.end
        assert fold(text, *section.heading).text == fold(section.number).text + section.title
        closed = section.heading.end
        if section.parent is None:
            assert section.level == 1
        else:
            parent = sections[section.parent]
            assert section.parent < place
            assert section.level == parent.level + 1
            assert parent.body.start <= section.heading.start <= section.body.end <= parent.body.end
        for later in sections[place + 1 :]:
            if later.level <= section.level:
                assert section.body.end <= later.heading.start


@pytest.mark.parametrize(
    ("unit", "titles"),
    [
        ("一、加强领导\n", ["加强领导"]),
        ("1.甲乙\n（一）丙丁\n", ["甲乙", "丙丁"]),
        ("1履行\n2健全\n", ["履行", "健全"]),
        ("正文内容，", []),
        ("。（一）甲甲。（二）乙乙", ["甲甲", "乙乙"]),
        ("“", []),
        ("*", []),
        (" ", []),
        ("\n", []),
        ("存在的问题\n", []),
    ],
)
def test_every_heading_of_a_long_text_is_found(unit: str, titles: list[str]) -> None:
    """A thousand times the same lines give a thousand times the same headings."""
    times = 40_000 // len(unit)

    sections = find_sections(SourceText(unit * times), Cover())

    assert titles * times == [section.title for section in sections]

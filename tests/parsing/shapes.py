"""What the tests of text shapes share: a sound report, and what the library reads in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint import SourceText, lint_text, load_ruleset
from report_lint.parsing import parse
from report_lint.parsing.items import find_items
from report_lint.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report_lint.document import Document, Located

VOCABULARY = load_ruleset().vocabulary
ACH, GAP, FRP, PLAN, OTHER = (part.id for part in VOCABULARY.parts)

SOUND = """芦川县交通运输局关于2024年度法治政府建设情况的报告

县委、县政府：

2024年，我局深入学习贯彻习近平法治思想，推进交通运输领域依法行政。现将2024年度法治政府建设情况报告如下。

一、2024年度推进法治政府建设的主要举措和成效

（一）规范决策程序。农村公路养护办法列入年度重大行政决策事项目录，依次履行公众参与、专家论证、风险评估、合法性审查和集体讨论决定程序，公开征求意见30日，采纳意见7条。法律顾问审查合同41份，出具法律意见16份，列席局务会9次。清理现行有效的行政规范性文件4件，废止1件，其余继续有效。

（二）规范执法行为。落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，办理货车超限运输案件212件，法制审核重大执法决定5件，对18件轻微违法行为不予处罚。执法人员36名全部持证上岗，参加业务培训3期。评查案卷40卷，整改问题14个，评查结果在局务会上通报。

（三）化解行政争议。全年收到行政复议案件2件，均维持；发生行政诉讼案件1件，局长出庭应诉1次。办理12345热线诉求187件，按期答复187件。

（四）开展普法宣传。落实“谁执法谁普法”普法责任制，在客运站、收费站、货场开展宣传活动22场，发放资料9000份。

二、2024年度推进法治政府建设存在的不足和原因

一是执法文书不够规范。评查中有6卷询问笔录要素不全，原因是业务培训偏重政策讲解，文书制作实训不足。二是非现场执法应用不够。4处检测点只有1处联网，原因是部门之间数据共享机制没有建立，经费安排偏晚。

三、2024年度党政主要负责人履行推进法治建设第一责任人职责情况

局党组书记、局长主持召开局党组会4次研究法治建设，每季度听取一次法治工作汇报，审定年度法治建设工作要点，把法治建设纳入局年度工作计划，对法治建设重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。局长主持审议重大行政决策事项1项，要求议题未经合法性审查不上会；带队到4个执法中队调研5次，督促班子成员履行“一岗双责”，推动政务公开。局长主持会前学法8次，讲授法治课1次；2024年12月20日在年终述职中专题述法，接受32名干部评议。

四、2025年度推进法治政府建设的主要安排

一是提升文书质量，编制执法文书范本6种，举办实训2期，全年评查案卷60卷。二是推进非现场执法，6月底前完成其余3处检测点联网，与公安机关建立数据共享机制。三是加强普法宣传，全年开展送法进企业、进站场活动不少于25场，编印以案释法手册2册，并把落实情况列入执法中队年度考核。

五、其他需要报告的情况

无。

芦川县交通运输局
2025年1月16日
"""
# The first sub-paragraph of part one, in front of which the tests put a sentence or a paragraph.
_PLACE = "（四）开展普法宣传。"


def with_sentence(sentence: str) -> str:
    """Return the sound report with a sentence in part one."""
    return SOUND.replace(_PLACE, _PLACE + sentence)


def with_paragraph(paragraph: str) -> str:
    """Return the sound report with a paragraph in part one."""
    return SOUND.replace(_PLACE, f"{paragraph}\n\n{_PLACE}")


def read(text: str) -> Document:
    """Return a parsed text."""
    return parse(SourceText(text), VOCABULARY)


def outline(text: str) -> list[str]:
    """Return number and title of each section of a text, indented by its level."""
    return ["  " * (section.level - 1) + section.number + section.title for section in read(text).sections]


def statuses(text: str) -> dict[str, str]:
    """Return the status of every part of a text."""
    return {part.id: part.status for part in read(text).parts}


def values(located: Sequence[Located]) -> list[str]:
    """Return the values of what was located."""
    return [one.value for one in located]


def codes(text: str) -> list[str]:
    """Return the codes of all findings in a text but those about thin parts."""
    return [finding.code for finding in lint_text(text).findings if finding.code != "STR009"]


def codes_at(text: str, words: str) -> list[str]:
    """Return the codes of the findings that touch words of a text."""
    start = text.index(words)
    return [
        finding.code
        for finding in lint_text(text).findings
        if finding.range.start.offset < start + len(words) and finding.range.end.offset > start
    ]


def ordinals(text: str) -> list[int]:
    """Return the numbers of the items inside the body of a text: 一是, 第一，, 首先，."""
    body = read(text).cover.body
    return [item.ordinal for item in find_items(text, Span(body.start, body.end))]


def evidenced(text: str) -> set[str]:
    """Return the duties of the head that a text shows."""
    return {duty.duty for duty in read(text).duties if duty.status == "evidenced"}

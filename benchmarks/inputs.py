"""Long and hostile inputs for the benchmarks: texts by an English name, Word files, registers.

Each repeats what some pattern or loop of the library begins with, to the length asked for.
"""

from __future__ import annotations

import io
import random
import zipfile

from timing import report_of

TITLE = "云岭县水务局2024年度法治政府建设情况的报告\n"
HEAD = f"{TITLE}二、党政主要负责人履行推进法治建设第一责任人职责情况\n"
BODY = f"{TITLE}一、主要成效\n"
_TYPICAL = 3000

# What each text begins with and what it repeats.
_REPEATED = {
    "a report, repeated": ("", report_of(_TYPICAL) + "\n"),
    "one line of prose": (TITLE, "正文内容，"),
    "level-1 numbers, a line each": ("", "一、\n"),
    "level-1 headings": (TITLE, "一、加强领导\n"),
    "numbers in the wrong order": ("", "1.甲乙\n（一）丙丁\n"),
    "numbers without a mark": ("", "1履行\n2健全\n"),
    "headings torn into one line": ("", "。（一）甲甲。（二）乙乙"),
    "plain lines worded like parts": ("", "存在的问题\n"),
    "paragraphs cut by page numbers": (BODY, "加强执法队伍建设加强执法队伍建设加强\n12\n"),
    "paragraphs cut at commas": (BODY, "加强执法队伍建设，\n"),
    "rows of a table": (BODY, "| 甲 | 乙 |\n"),
    "opening quotes": ("", "“"),
    "stars": ("", "*"),
    "blanks": ("", " "),
    "line ends": ("", "\n"),
    "openings of the opening clause": (TITLE, "现将"),
    "opening brackets": (TITLE, "（"),
    "level-1 headings like titles": (TITLE, "一、法治政府建设情况\n"),
    "beginnings of titles": (TITLE, "关于"),
    "committees": (TITLE, "中共委员会"),
    "dates": (TITLE, "2024年1月9日\n"),
    "quote marks": (TITLE, ">"),
    "bare numbers": (TITLE, "12\n"),
    "labels of a web page": (TITLE, "来源：\n"),
    "recipients": (TITLE, "县委、县政府：\n"),
    "titles": ("", TITLE),
    "opening title marks": ("", "《"),
    "opening title marks, a line each": ("", "《甲\n"),
    "closing title marks": ("", "》"),
    "declared short names": ("", "《甲》（以下简称"),
    "citations, half of them unknown": (
        BODY,
        "学习《民法典》《某某工作办法》《中华人民共和国合同法》《城市公园绿地管理条例》。\n",
    ),
    "findings of rules that silence others": (
        BODY,
        "学习《中华人民共和国地名管理条例》。\n学习《中华人民共和国合同法》。\n",
    ),
    "citations in one line": (BODY, "学习《中华人民共和国地名管理条例》，"),
    "local acts and others": (BODY, "《甲省信访条例》《城市绿地条例》\n"),
    "duties in one sentence": (HEAD, "局长听取法治工作汇报3次，研究法治建设"),
    "duties, a sentence each": (HEAD, "局长听取法治工作汇报3次，研究法治建设。"),
    "half a duty in one sentence": (HEAD, "法治"),
    "mentions in one sentence": (HEAD, "法律顾问审查合同"),
    "heads, a sentence each": (BODY, "局长带队检查市场。"),
    "heads who act": ("", "局长主持会议"),
    "deputies in a list": ("", "副书记、"),
    "heads without a gap": ("", "书记"),
    "units without a gap": ("", "我局"),
    "pairs of the norm": (HEAD, "局长对重要工作亲自部署、重大问题亲自过问、重要案件亲自督办。\n"),
    "beginnings of gaps": ("", "法治"),
    "slips of wording in one line": (BODY, "布署工作工作，总书记法治思想，约16余次"),
    "bold words in one line": (BODY, "**一是**甲，**次，"),
    "open numbers": (BODY, "×次、甲　件，"),
    "brackets of all kinds": (BODY, "（《“〔"),
    "closing quotes, a line each": (BODY, "甲”。\n"),
    "lists of members": (BODY, "行政执法三项制度（公示、全过程记录、集体讨论）"),
    "tabs in one line": (BODY, "甲\t乙。"),
    "cut paragraphs": (BODY, "全年立案；规范执法行为强化监督工作办结五件\n继续，推进。\n"),
    "sentences without a verb": (BODY, "为加强建设。"),
    "half-width marks": (BODY, "甲,乙(丙)"),
    "digits": ("", "1"),
    "numerals": ("", "一"),
}
_MIXED = "一二、（）1.。，《》\n法治局长书记会议次2024年月日报告：；　“” "


def text_of(name: str, length: int) -> str:
    """Return the text of a name, of about so many characters."""
    if name == "nested title marks":
        return "《" * (length // 2) + "》" * (length // 2)
    if name == "characters at random":
        return "".join(random.Random(1).choices(_MIXED, k=length))  # noqa: S311  no secret
    if name == "headings of five levels":
        five = "一、甲乙\n（一）甲乙\n1.甲乙\n（1）甲乙\n①甲乙\n"
        return five * (length // len(five))
    start, unit = _REPEATED[name]
    return start + unit * (length // len(unit))


def word(body: str, *, numbering: str = "", styles: str = "") -> bytes:
    """Return a Word file of this XML."""
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("document", f"<w:body>{body}</w:body>"), ("numbering", numbering), ("styles", styles)):
            archive.writestr(f"word/{name}.xml", f"<w:{name} {namespace}>{content}</w:{name}>")
    return stream.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(count: int) -> bytes:
    """Return a Word file of so many paragraphs, each in a list of its own, all of one abstract list as long."""
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    lists = (f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/></w:num>' for at in range(1, count + 1))
    body = (paragraph("甲", f'<w:numPr><w:numId w:val="{at}"/></w:numPr>') for at in range(1, count + 1))
    abstract = f'<w:abstractNum w:abstractNumId="0">{level * count}</w:abstractNum>'
    return word("".join(body), numbering=abstract + "".join(lists))


def styled(count: int) -> bytes:
    """Return a Word file of so many paragraphs, each in a style of its own, all built on one style as long."""
    base = f'<w:style w:type="paragraph" w:styleId="base">{"<w:x/>" * count}</w:style>'
    styles = (f'<w:style w:styleId="s{at}"><w:basedOn w:val="base"/></w:style>' for at in range(count))
    body = (paragraph("甲", f'<w:pStyle w:val="s{at}"/>') for at in range(count))
    return word("".join(body), styles=base + "".join(styles))


def register_of(header: tuple[str, ...], count: int) -> str:
    """Return a register of so many instruments, whose titles are a slip or two apart."""
    titles = sorted(f"第{at:06}号管理条例" for at in range(count))
    lines = ["\t".join([title, title, "行政法规", *[""] * (len(header) - 3)]) for title in titles]
    return "\n".join(["\t".join(header), *lines, ""])

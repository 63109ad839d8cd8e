"""What a title that no register knows seems to be, by its shape alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report_lint.instruments import CitationKind

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
# 城市, 市场, 社区, 自治区 … hold the characters of places and name none.
_GENERIC = re.compile(
    "城市|都市|市场|市容|市政|市民|市域|市县|上市|超市|夜市|集市|门市|县级|县域|区域|区划|区位|地区|社区|小区|园区|景区|库区|林区|牧区|灾区"
    "|矿区|辖区|校区|厂区|片区|城区|分区|专区|战区|军区|疫区|特区|港区|海区|滞洪区|保护区|名胜区|行政区|自治[区州县旗]"
    "|乡镇|乡村|城乡|下乡|返乡|家乡|老乡|城镇|村镇|集镇|镇村|镇痛|省级|省际|跨省|省部|国旗|升旗|旗帜|党旗|军旗|红旗|联盟|结盟|同盟|加盟|州际"
)
_PLACE = re.compile(f"{_PROVINCES}|[\u4e00-\u9fff](?:[省市县区旗州盟镇乡]|街道|兵团)")
# “芷江侗族自治县”, not 民族自治县
_AUTONOMOUS_PLACE = re.compile("[\u4e00-\u9fff]{2}(?<!民族)自治[区州县旗]")
_NEARBY = 12

_DRAFT = re.compile("[（(](?:[^（）()]{0,8}草案|征求意见稿|送审稿|建议稿|讨论稿|修订稿|初稿)[^（）()]{0,8}[）)]$")
_YEAR_NOTE = re.compile("（(?:19|20)[0-9]{2}年?(?:修订|修正|修改|版|本)?）$")
# “（20212025年）” of a copy that lost its dashes, “（2021-2025年” without the bracket, “（2021-2025）” without 年
_PERIOD = re.compile("（((?:19|20)[0-9]{2})[-至]?((?:19|20)[0-9]{2})年?）?$")
_TAIL = re.compile("[（(][^（）()]{0,20}[）)]$")
_PAPER = re.compile(
    "(?:通知|意见|方案|要点|计划|清单|规划|纲要|报告|批复|复函|公告|通告|通报|总结|措施|指引|指南|台账|目录|预案|要求|安排"
    "|分工|机制|制度|标准|规范|流程|协议|合同|手册|简报|公报|宣言|声明|白皮书|蓝皮书|建议书|任务书|责任书|承诺书|告知书|决定书|体系|决议|若干措施)$"
)
_NOTICE = re.compile("关于(?:印发|转发|做好|开展)")
_BOOK = re.compile(
    "习近平(?:谈|法治文选|著作|文选|论|关于|新时代)|选编|汇编|文选|读本|导读|学习问答|学习纲要|辅导|概论|教程|讲义|论述|摘编|简史"
    "|——|讲话$|之声$|故事|面对面|大讲堂|微电影|宏伟蓝图"
)
_PARTY = re.compile("^(?:中国共产党|中共).{2,}(?:条例|准则|规则|规定|章程|细则|办法)$")
_RULE = re.compile("(?:条例|办法|规定|细则|规则|若干规定|实施细则|决定)$")
# “《司法局行政执法办法》”, “《党组会前学法规定》”, “《本局审核办法》”: papers of an office, which makes no 条例;
# national offices make national rules, and 法治政府 is no office.
_OFFICE = re.compile(
    "^[我本]|^(?!国家|全国|中央|国务院|最高|公安机关|行政机关|司法机关|人民法院|人民检察院|事业单位)[\u4e00-\u9fff]{0,14}?"
    "(?:局|委员会|党委|党组|党支部|(?<!法治)政府|办公室|办事处|管委会|工委|厅|公司|集团|学校|医院|中心|支队|大队|机关)"
)
# Names that offices give to papers of their own; without （以下简称…） they say nothing.
_BARE = re.compile("(?:意见|决定|规则|通知|(?:实施|工作)?方案|实施意见|纲要|规划|计划|要点|清单)")
# “我市《物业管理条例》”, not “在全市《物业管理条例》宣传月”
_LOCAL_BEFORE = re.compile(f"(?:{_PROVINCES}|(?<!全)[省市县区旗州盟镇乡]|街道|□自治)[ \t\u3000]*$")
_AUTONOMOUS = re.compile("自治[区州县旗]")


def mended(title: str) -> str | None:
    """Return a folded title without the damage that copies and writers do to its end, or None where there is none.

    A year note belongs behind the mark (行政处罚法（2021年修订）), a period is （2021-2025年）.
    """
    changed = _YEAR_NOTE.sub("", _PERIOD.sub(r"（\1-\2年）", title))
    return changed if changed and changed != title else None


def names_place(title: str) -> bool:
    """Tell whether a title holds the name of a place."""
    autonomous = _AUTONOMOUS.match(title) or _AUTONOMOUS_PLACE.search(title)
    return autonomous is not None or _PLACE.search(_GENERIC.sub("□", title)) is not None


def kind_by_shape(title: str) -> CitationKind:
    """Return what a folded title is that the register does not know; `unknown` where its shape proves nothing."""
    head = _TAIL.sub("", title)
    if _BOOK.search(title):
        return "other"
    if _BARE.fullmatch(title) or _DRAFT.search(title) or _PAPER.search(head) or _NOTICE.match(head):
        return "document"
    if _PARTY.match(head):
        return "party"
    if names_place(title):
        return "local" if _RULE.search(head) else "document"
    own = _RULE.search(head) and not head.endswith("条例") and _OFFICE.match(head)
    return "document" if own else "unknown"


def is_local_by_context(text: str, start: int, title: str) -> bool:
    """Tell whether a place stands directly before a title that places give too: 甲省《信访条例》, 我市《物业管理条例》.

    `start` is where the mark opens.
    """
    if _RULE.search(title) is None:
        return False
    before = _GENERIC.sub("□", _AUTONOMOUS.sub("□自治", text[max(0, start - _NEARBY) : start]))
    return _LOCAL_BEFORE.search(before) is not None

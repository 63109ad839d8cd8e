"""What a title that no register knows seems to be, by its shape alone: by how it ends, and by whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.places_named import names_place, names_small_place, place_before
from report_lint.parsing.title_words import CASE_PAPERS, PAPERS, SLIPS, WORKS
from report_lint.register.keys import PREFIX

if TYPE_CHECKING:
    from report_lint.instruments import CitationKind

_DRAFT = lazy_pattern(
    "[（(](?:[^（）()]{0,8}草案|征求意见稿|送审稿|建议稿|讨论稿|修订稿|初稿|审议稿)[^（）()]{0,8}[）)]$"
)
_YEAR_NOTE = lazy_pattern(
    "（(?:(?:19|20)[0-9]{2}年?(?:第[一二三四五六]次)?(?:修订|修正|修改)?(?:版|文本|本)?|最?新?(?:修订|修正|修改)(?:版|本)?|新版)）$"
)
_NEW = lazy_pattern("^新(?:修订的?|修正的?|颁布的?|版)?")
_BOOK_OF_CODE = lazy_pattern("(?<=民法典)[·・（]?(?:总则|物权|合同|人格权|婚姻家庭|继承|侵权责任)(?:编|篇)）?$")
# “（20212025年）” of a copy that lost its dashes, “（2021-2025年” without the bracket, “（2021-2025）” without 年
_CLOSERS = ("）", *"0123456789年")
_PERIOD = lazy_pattern("（((?:19|20)[0-9]{2})[-至]?((?:19|20)[0-9]{2})年?）?$")
# “…办法（试行）”, “…清单（2024年调整版）”, “…规划（2021-2025年”, “…工作报告（一）”
_TAIL = lazy_pattern("(?:（[^（）]{0,20}）?|[0-9]{4}年?(?:版|修订版)|第?[一二三四五六七八九十0-9]+[号期批辑卷版])$")
_TAILED = ("）", *"0123456789年版号期批辑卷")

_LEADER = lazy_pattern(
    "习近平(?:谈|法治文选|著作|文选|论|关于.{2,30}论述|书信|新时代中国特色社会主义思想(?:学习|专题|概论|基本))"
    "|^[毛邓江胡].{2}文选|^(?:共产党宣言|资本论)"
)
_PLANS = ("方案", "通知", "意见", "要点", "计划", "清单", "措施", "分工", "办法", "制度", "报告")
_TREATISE = lazy_pattern("(?<![讨结])论$")  # “《矛盾论》”
_POINTS = lazy_pattern("(?<!第)(?<!第.)(?:十|[0-9])条$")  # “《优化营商环境三十条》”; 《第二十条》 is a film
# “《城市绿化条》”, “《物业管理条立》”: a letter of 条例 wrong or lost; 《第二十条》 is no act
_HALF_ACT = lazy_pattern("^[^第]*(?:[理护化障务全资设济防作险治]条[^件款文目幅线约]?|管理办|实施细)$")
_ABOUT = "关于"
_NO_PAPERS = (*WORKS, *CASE_PAPERS)
_NOTICE = lazy_pattern("关于(?:印发|转发|做好|开展|进一步|加强|推进|落实|贯彻|组织)")

_RULES = ("条例", "办法", "规定", "细则", "规则", "准则", "决定")
_AMENDMENTS = ("宪法修正案", "刑法修正案")
_LAWS = ("法", "法典", "法通则", "法总则")
# “《一线工作法》”, “《以案说法》”, “《今日说法》” are methods and shows.
_NO_LAW = lazy_pattern("(?:工作|调解|治理|[与和说释用普执司立守讲问尚学办想方书用看])法$")
_COURTS = lazy_pattern("^最高(?:人民)?(?:法院|检察院|法|检).*(?:解释|规定|批复|规则)$")
# “《农业农村部规范农业行政处罚自由裁量权办法》”
_MINISTRY = lazy_pattern(
    "^(?:国务院|.{2,6}?部(?![门分署队])|国家.{2,8}?(?:局|委员会)|.{2,8}总局).*(?:规定|办法|规则|细则|条例)$"
)
_PARTY = lazy_pattern(
    "^(?:中国共产党|中共中央|中央.{2,}).*(?:条例|准则|规则|规定|章程|细则|办法)$"
    "|^(?:党政(?!办)|党委（党组）|党员|党内|党和国家|党风廉政|领导干部).*(?:条例|准则|规定|规则|办法)$"
    "|^.*党.*(?:条例|准则)$"
)
# “《司法局行政执法办法》”, “《党组会前学法规定》”, “《本局审核办法》”: papers of an office, which makes no 条例;
# national offices make national rules, and 法治政府 is no office.
_OFFICE = lazy_pattern(
    "^[我本]|^(?!国家|全国|中央|国务院|最高|公安机关|行政机关|司法机关|人民法院|人民检察院|事业单位|纪检监察机关)"
    ".{0,14}?(?:局|委员会|党委(?!（党组）)|党组|党支部|党工委|(?<!法治)政府|办公室|办事处|管委会|工委|厅|公司"
    "|集团|学校|医院|中心|支队|大队|机关|常委会|委)"
)
_OFFICE_INSIDE = lazy_pattern(
    "局|委员会|厅(?!堂)|办公室|管委会|公司|医院|学校|法院|检察院|支队|大队|党委|党组|[省市县区]委"
)
# What every office settles for itself: 《会前学法规定》, 《党组议事规则》, 《…考核办法》
_OWN_AFFAIRS = lazy_pattern(
    "会议|议事|学法|述法|考勤|请假|值班|财务|公车|公务用车|印章|内部|考核|考评|绩效|督办(?!法)|谈心|述职|集体讨论|会商|轮岗"
    "|三重一大|包村|投票|议题|轮值|党务|值守|例会|AB岗|工作规则$"
)
# What the state has rules of as well, but under other names: 《合同管理办法》, 《行政应诉工作规定》, 《…实施细则》
_OFTEN_OWN = lazy_pattern(
    "法律顾问|合同|信息报送|评议|网格|积分|工作细则|案卷|重大事项报告|调研|首问|限时|一次性告知|红黑榜|巡查|合法性审[查核]"
    "|风险评估|法制审核|执法公示|全过程记录|错案|过错责任|裁量|容缺|(?:^[^法例]*实施|工作)(?:规定|办法|细则)$"
)
# Names that offices give to papers of their own; without （以下简称…） they say nothing.
_BARE = lazy_pattern(
    "(?:意见|决定|规则|通知|(?:实施|工作)?方案|实施意见|纲要|规划|计划|要点|清单|办法|规定|细则|制度|实施(?:办法|细则)"
    "|指南|指引|报告|措施|通告|公告|建议)"
)


def mended(title: str) -> str | None:
    """Return a folded title without the damage that copies and writers do to it, or None where there is none.

    A year note belongs behind the mark (行政处罚法（2021年修订）), a period is （2021-2025年）, and neither 新 in front
    nor the name of a part behind (民法典合同编) belongs to the name of an act.
    """
    changed = title
    if title.endswith(_CLOSERS):
        changed = _YEAR_NOTE.sub("", _PERIOD.sub(r"（\1-\2年）", title))
    if "民法典" in changed:
        changed = _BOOK_OF_CODE.sub("", changed)
    if changed.startswith("新"):
        changed = _NEW.sub("", changed)
    return changed if changed and changed != title else None


def kind_by_shape(title: str) -> CitationKind:
    """Return what a folded title is that the register does not know; `unknown` where its shape proves nothing."""
    head = _without_tails(title)
    if _LEADER.search(title) is not None and not head.endswith(_PLANS):
        return "other"
    if _BARE.fullmatch(title) or _DRAFT.search(title):
        return "document"
    if head.endswith(_RULES):
        return _kind_of_rule(head)
    if head.endswith(_AMENDMENTS):
        return "law"
    if head.endswith(_LAWS) and _NO_LAW.search(head) is None:
        return "unknown"
    return _kind_of_paper(head)


def _without_tails(title: str) -> str:
    """Return a title without what stands in brackets at its end, and without its year and number."""
    head = title
    while head.endswith(_TAILED) and (tail := _TAIL.search(head)) and tail.start() > 0:
        head = head[: tail.start()]
    return head


def _kind_of_paper(head: str) -> CitationKind:
    if _COURTS.match(head):
        return "regulation"
    notice = _ABOUT in head and _NOTICE.search(head) is not None
    if (head.endswith(_NO_PAPERS) or _TREATISE.search(head)) and not (notice and head.endswith(PAPERS)):
        return "other"
    if notice or head.startswith(_ABOUT) or head.endswith(PAPERS) or _POINTS.search(head):
        return "document"
    slip = head.endswith(SLIPS) or _HALF_ACT.search(head) is not None
    return "unknown" if slip or head.startswith(PREFIX) else "other"


def _kind_of_rule(head: str) -> CitationKind:
    """Return the kind of a title that ends in 条例, 办法, 规定, 细则, 规则 or 决定."""
    if head.endswith("决定"):
        return "document" if _ABOUT in head else "other"
    act = head.endswith("条例")
    own = _OWN_AFFAIRS.search(head) is not None or _NOTICE.match(head) is not None
    if _COURTS.match(head):
        return "regulation"
    if names_place(head):
        return "local" if act or not (own or names_small_place(head) or _OFFICE_INSIDE.search(head)) else "document"
    if own and not act and not head.startswith((PREFIX, "中国共产党")):
        return "document"
    return _kind_of_national_rule(head, act=act)


def _kind_of_national_rule(head: str, *, act: bool) -> CitationKind:
    """Return the kind of a rule that names no place; offices make none that is called 条例."""
    if _PARTY.match(head):
        return "party"
    if _MINISTRY.match(head):
        return "regulation"
    if act or head.startswith(PREFIX):
        return "unknown"
    return "document" if _OFFICE.match(head) or _OFTEN_OWN.search(head) else "unknown"


def kind_by_context(text: str, start: int, title: str) -> CitationKind | None:
    """Return the kind of a title that a place directly before it claims: 甲省《信访条例》, 我市《物业管理条例》.

    `start` is where the mark opens in a folded text; None where no place claims it.
    """
    if not _without_tails(title).endswith(_RULES):
        return None
    place = place_before(text, start)
    if place is None:
        return None
    return "local" if place == "large" or title.endswith("条例") else "document"

"""Acts named without marks: where their names begin and end, and what only looks like them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from cited import bare, cited, official
from hypothesis import given
from hypothesis import strategies as st

TORN = "中华人民共和国行政处罚法 预算法 及其实施条例 民法典 宪法 条例 该法 纲要 第三条 以下简称 学习 宣传 云岭省 和"
PIECES = (*TORN.split(" "), *"《》〈>“”（）、，。 \n")

# ── found ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "向群众讲解民法典、宪法、未成年人保护法、禁毒法、信访工作条例、安全生产法等知识",
            ["民法典", "宪法", "未成年人保护法", "禁毒法", "信访工作条例", "安全生产法"],
        ),
        ("党委会专题学习民法典、行政处罚法和信访工作条例", ["民法典", "行政处罚法", "信访工作条例"]),
        ("认真学习中华人民共和国行政许可法", ["中华人民共和国行政许可法"]),
        ("落实优化营商环境条例，办件提速40%", ["优化营商环境条例"]),
        ("依据治安管理处罚法第四十条处理2件", ["治安管理处罚法"]),
        ("行政复议法实施以来，受理案件12件", ["行政复议法"]),
        ("对照新修订的行政复议法完善流程", ["行政复议法"]),
        ("违反公司法的，依法查处", ["公司法"]),
        ("组织行政处罚法专题培训4期", ["行政处罚法"]),
        ("开展安全生产法执法检查", ["安全生产法"]),
        ("行政处罚法规定的程序", ["行政处罚法"]),
        ("讲授刑法条文和案例", ["刑法"]),
        ("以土地管理法为依据", ["土地管理法"]),
        ("学习**行政处罚法**和 立法法", ["行政处罚法", "立法法"]),
        ("学习宪法 民法典 刑法", ["宪法", "民法典", "刑法"]),
        ("（如行政处罚法、行政强制法）", ["行政处罚法", "行政强制法"]),
        ("执行行政复议法实施条例", ["行政复议法实施条例"]),
        ("学习《宪法》和刑法", ["刑法"]),
        ("认真学习习近平法治思想，学习宪法", ["宪法"]),
        ("学习贯彻刑法修正案（十二）", ["刑法修正案（十二）"]),
        ("严格执行重大行政决策程序暂行条例", ["重大行政决策程序暂行条例"]),
        ("落实法治政府建设与责任落实督察工作规定", ["法治政府建设与责任落实督察工作规定"]),
        ("学习中国共产党纪律处分条例", ["中国共产党纪律处分条例"]),
    ],
)
def test_a_name_is_found_where_words_of_law_surround_it(text: str, names: list[str]) -> None:
    """Lists, verbs of study and use, and articles show that an act is named."""
    assert names == bare(text)


def test_the_span_of_a_bare_name_is_the_name() -> None:
    """What stands around a name is no part of it, also behind a character outside the BMP."""
    text = "𠮷县学习中华人民 共和国行政处罚法（2021年修订）第五条。"

    (one,) = cited(text)

    assert one.span.of(text) == "中华人民 共和国行政处罚法"
    assert (one.form, one.marked, one.article) == ("title", False, "第五条")


def test_a_name_broken_over_a_line_is_one_name() -> None:
    """A blank or a line end inside a name is dropped by the folded view that the caller hands over."""
    assert bare("依据行政 处罚法立案") == ["行政处罚法"]


def test_the_longest_name_wins() -> None:
    """行政复议法 is not named by its implementing regulation, nor 环境保护法 by 海洋环境保护法."""
    assert official("执行行政复议法实施条例和海洋环境保护法") == ["行政复议法实施条例", "海洋环境保护法"]


def test_a_prefix_that_no_register_has_belongs_to_the_name() -> None:
    """A writer who adds 中华人民共和国 names the same act, and the span holds what was written."""
    assert bare("贯彻中华人民共和国优化营商环境条例") == ["中华人民共和国优化营商环境条例"]


# ── events, things and other words ──────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "开展宪法宣传周活动",
        "在宪法日、国家宪法日发放资料",
        "民法典宣传月启动",
        "举办民法典进赛事、统计法进党校活动",
        "水法宣传进社区",
        "行政复议法宣传活动2场",
        "开展民法典普法宣传",
        "建成民法典公园、宪法广场、民法典主题长廊",
        "法治日报、宪法学会",
        "举行宪法宣誓仪式",
        "弘扬宪法精神，维护宪法权威",
        "宪法和法律至上",
        "学习宪法、法律",
        "尊崇宪法、学习宪法、遵守宪法、维护宪法、运用宪法",
        "“宪法进万家”“美好生活·民法典相伴”",
        "民法典大讲堂、行政处罚法知识竞赛",
        "编印民法典读本、民法典漫画",
        "行政处罚法释义、公司法司法解释",
    ],
)
def test_events_and_things_named_after_an_act_cite_nothing(text: str) -> None:
    """A law word in the name of an event, a place, a book or a slogan is no citation."""
    assert bare(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "健全行政处罚法律制度",
        "按行政处罚法定程序办理",
        "开展行政处罚法制审核",
        "监督法院、监察法规、刑法学、选举法定",
        "推进档案法治、国家安全法治教育",
        "引水法、缩水法、节水法",
        "与教育法人、公证法律服务",
        "参与民营经济促进法草案讨论",
        "民事诉讼法律文书",
        "采用统计法、抽样计量",
        "税法、环境法、经济法",
        "应该规定、有关规定、管理办法",
    ],
)
def test_a_longer_word_is_no_name(text: str) -> None:
    """What goes on in 法律, 法定, 法院 … or begins in another word is not the act."""
    assert bare(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "贯彻云岭县优化营商环境条例",
        "我省信访条例",
        "落实甲市物业管理条例",
        "云岭省实施中华人民共和国水法办法",
        "传染病防治法实施办法细则",
        "校园食品安全法规",
        "行政处罚法实施细则",
        "信访工作条例实施办法",
    ],
)
def test_an_act_of_a_place_and_a_longer_title_are_not_the_national_act(text: str) -> None:
    """A place in front and a word behind make another title, which no register knows."""
    assert bare(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("维护宪法", []),
        ("宪法是根本法", []),
        ("领导干部带头宣传宪法", ["宪法"]),
        ("行政复议法、宪法", ["行政复议法", "宪法"]),
        ("水法第二十条", ["水法"]),
        ("水资源、水法", []),
        ("保证供水条例齐备", []),
        ("，公司法培训", []),
        ("，公司法、合同法培训", ["公司法", "合同法"]),
    ],
)
def test_a_short_name_needs_a_clear_surrounding(text: str, names: list[str]) -> None:
    """Two or three characters are often a common word: a verb of law, a list or an article must show the act."""
    assert names == bare(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("开展宪法、民法典、行政处罚法宣传", ["宪法", "民法典", "行政处罚法"]),
        ("开展行政处罚法宣传", []),
        ("宪法、水法宣传周", []),
    ],
)
def test_a_list_of_acts_in_front_of_an_event_names_them(text: str, names: list[str]) -> None:
    """宣传 behind the last of several acts does not make a label of them; the week of an event does."""
    assert names == bare(text)


@pytest.mark.parametrize(
    "text",
    [
        "学习《关于贯彻行政处罚法的意见》",
        "“依据行政处罚法处理”",
        "见https://example.cn/行政处罚法",
        "学习《行政处罚法",
    ],
)
def test_marks_quotes_and_addresses_hold_no_bare_names(text: str) -> None:
    """What stands inside 《》, “” or an address is no bare citation; nor is a name behind an open mark."""
    assert bare(text) == []


@pytest.mark.parametrize("marks", ["〈〉", "<>", "＜＞", "《〉", "《>", "〈》"])
def test_damaged_marks_mark_a_known_title(marks: str) -> None:
    """〈行政处罚法〉 is cited with its marks; what no register knows may be anything else."""
    text = f"学习{marks[0]}行政处罚法{marks[1]}，{marks[0]}某某方案{marks[1]}。"

    (one,) = cited(text)

    assert (one.span.of(text), one.title, one.marked) == (f"{marks[0]}行政处罚法{marks[1]}", "行政处罚法", True)


@pytest.mark.parametrize("end", ["，", "。", "、", "\n", ""])
def test_a_known_title_behind_a_mark_that_never_closes_is_cited(end: str) -> None:
    """学习《行政处罚法， names the act all the same; its span begins with the mark that is there."""
    text = f"学习《中华人民共和国行政处罚法{end}"

    (one,) = cited(text)

    assert (one.span.of(text), one.marked) == ("《中华人民共和国行政处罚法", True)


@given(st.text(alphabet="民法典宪行政处罚学习、和《》〈“”的宣传月治律 \n第三条该其及实施条例", max_size=50))
def test_names_lie_apart_and_in_order_whatever_the_text(text: str) -> None:
    """No two citations share a character, and a bare one reads as its title."""
    citations = cited(text)

    assert all(one.span.end <= other.span.start for one, other in pairwise(citations))
    assert all(one.title == "".join(one.span.of(text).split()) for one in citations if not one.marked)


@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=24,
    ).map("".join)
)
def test_pieces_of_citations_in_any_order_lie_apart(text: str) -> None:
    """However names, marks and declarations are torn apart, no two citations share a character."""
    assert all(one.span.end <= other.span.start for one, other in pairwise(cited(text)))

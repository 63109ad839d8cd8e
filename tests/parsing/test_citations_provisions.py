"""Articles written behind titles, bare names and references."""

from __future__ import annotations

import pytest
from cited import cited


def articles(text: str) -> list[tuple[str, int, int | None, int | None]]:
    """Return what is written, the article, the number after 之 and the end of a range of each provision."""
    return [
        (found.span.of(text), found.article, found.inserted, found.last)
        for one in cited(text)
        for found in one.provisions
    ]


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("第三十九条第一款第（二）项", (39, None, None)),
        ("第三十九条第一款（二）项", (39, None, None)),
        ("第十二条第（一）、（二）项", (12, None, None)),
        ("第12条", (12, None, None)),
        ("第１２条", (12, None, None)),
        ("第12条第1款", (12, None, None)),
        ("第一百三十三条之一", (133, 1, None)),
        ("第一百三十三条之一第二款", (133, 1, None)),
        ("第三条至第五条", (3, None, 5)),
        ("第三条到第五条", (3, None, 5)),
        ("第三条—第五条", (3, None, 5)),
        ("第三至五条", (3, None, 5)),
        ("第12-15条", (12, None, 15)),
        ("第二章第三条", (3, None, None)),
        ("第一编第二章第三节第十条", (10, None, None)),
        ("第三款第二条", (2, None, None)),
        ("第一千零四十二条", (1042, None, None)),
        ("第一百〇五条", (105, None, None)),
        ("第 三 十 条", (30, None, None)),
        ("第三十条第二款第一项第3目", (30, None, None)),
    ],
)
def test_reads_an_article_as_it_is_written(reference: str, found: tuple[int, int | None, int | None]) -> None:
    """The span holds the whole written reference, the value the article in it."""
    text = f"依据《行政处罚法》{reference}的要求立案"

    assert articles(text) == [(reference, *found)]
    assert cited(text)[0].article == "".join(reference.split())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《刑法》第三条、第五条和第七条", [3, 5, 7]),
        ("《刑法》第三条以及第十条第二款", [3, 10]),
        ("《刑法》第三条第一款、第二款和第五条", [3, 5]),
        ("《刑法》第三、五条", [3, 5]),
        ("《刑法》第三条至第五条、第九条", [3, 9]),
        ("《刑法》第三条、《民法典》第五条", [3, 5]),
        ("《刑法》第三条，第五条另有要求", [3]),
        ("《刑法》第三条和《民法典》", [3]),
        ("《刑法》第三条第五条", [3]),
    ],
)
def test_reads_all_articles_of_a_list(text: str, found: list[int]) -> None:
    """第三条、第五条和第七条 are all of the title in front; a comma ends the list."""
    assert found == [article for _, article, _, _ in articles(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《行政处罚法》（2021年修订）第五条", [5]),
        ("《行政处罚法》（国务院令第1号）（下称《办法》）第五条", [5]),
        ("《行政处罚法》的第五条", [5]),
        ("《行政处罚法》中第五条", [5]),
        ("《民法典》合同编第五百零九条", [509]),
        ("《刑法》分则第二条", [2]),
        ("《行政处罚法》总则", []),
        ("《行政处罚法》第二章", []),
        ("《行政处罚法》规定了第五条", []),
        ("《行政处罚法》，第五条", []),
        ("《行政处罚法》。第五条", []),
        ("《整治方案》第三条战线", []),
        ("《线索台账》第2条线索", []),
        ("《行政处罚法》第一次修订", []),
        ("《行政处罚法》第条", []),
        ("《行政处罚法》第零条", []),
    ],
)
def test_only_what_stands_right_behind_is_an_article(text: str, found: list[int]) -> None:
    """Brackets, 的 and the name of a part may stand between; other words may not."""
    assert found == [article for _, article, _, _ in articles(text)]


def test_the_articles_behind_a_list_are_of_its_last_title() -> None:
    """《甲法》《乙法》第五条 is an article of the second."""
    assert [one.article for one in cited("《行政处罚法》《行政强制法》第五条")] == [None, "第五条"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("依据治安管理处罚法第一百四十条", ["第一百四十条"]),
        ("依据《预算法》及其实施条例第九十条", [None, "第九十条"]),
        ("《行政处罚法》施行后，按照该法第九条", [None, "第九条"]),
        ("《云岭省河道条例》（以下简称“条例”）。依据条例第六条", [None, "第六条"]),
    ],
)
def test_bare_names_references_and_short_names_have_articles_too(text: str, found: list[str | None]) -> None:
    """However an act is named, the article behind it is its own."""
    assert found == [one.article for one in cited(text)]

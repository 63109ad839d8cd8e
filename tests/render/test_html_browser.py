"""The HTML page in a real browser: opened from a file, filtered, walked through by keyboard, judged by axe-core."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from built import UNREADABLE, between, finding, output
from playwright.sync_api import sync_playwright

from report_lint import lint_file
from report_lint.readers import read_path
from report_lint.render import html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = ("county-bureau-2023-defects.txt", "township-2024-defects.txt", "township-joint-2023.txt")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
A4_INSIDE = 680  # what 180 mm of paper between the margins are in CSS pixels
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


def written(*names: str) -> str:
    """Return the page over some examples; the first has findings that nest and share a place."""
    reports, sources = [], {}
    for name in names:
        report, source = lint_file(EXAMPLES / name), read_path(EXAMPLES / name)
        sources[report.path or ""] = source
        if not reports:
            at = report.findings[0].range.start.offset
            wide = finding(source.text, "", where=between(source.text, at, at + 200), code="FRP002", severity="info")
            report = report.model_copy(update={"findings": (*report.findings, wide)})
        reports.append(report)
    return html.render(output(*reports, errors=(UNREADABLE,) if len(names) > 1 else ()), sources)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Return pages over one report and over several, by how many."""
    folder = tmp_path_factory.mktemp("U 盘")
    found = {}
    for count in (1, len(REPORTS)):
        found[count] = folder / f"审阅 {count}.html"
        found[count].write_text(written(*REPORTS[:count]), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


class Watched:
    """A page, with all that it asked for and complained of."""

    def __init__(self, browser: Browser, path: Path, **options: object) -> None:
        """Open a file."""
        self.requests: list[str] = []
        self.refused: list[str] = []
        self.complaints: list[str] = []
        self.page: Page = browser.new_page(**options)  # type: ignore[arg-type]
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", lambda request: request.failure == "csp" and self.refused.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())

    def shown(self) -> list[str]:
        """Return the numbers of the notes that can be seen."""
        return [note.get_attribute("data-n") or "" for note in self.page.locator(".note:visible").all()]

    def current(self) -> str | None:
        """Return the number of the note that has the focus."""
        number: str | None = self.page.evaluate("document.activeElement.getAttribute('data-n')")
        assert number == self.page.evaluate(
            "(document.querySelector('.note.current') || document.body).dataset.n || null"
        )
        return number


@pytest.fixture
def watched(browser: Browser, files: dict[int, Path]) -> Iterator[Watched]:
    """Open the page over one report; at the end it has asked for nothing else and complained of nothing."""
    watched = Watched(browser, files[1])
    yield watched
    assert [files[1].as_uri()] == watched.requests
    assert [] == watched.complaints
    watched.page.close()


class TestFilter:
    """By severity and by family."""

    def test_by_severity(self, watched: Watched) -> None:
        """Notes of the others go, their marks fade, a piece takes the look of the gravest that is left."""
        page, levels = watched.page, ("error", "warning", "info")
        before = {level: page.locator(f".note.{level}:visible").count() for level in levels}
        assert all(before.values())

        page.get_by_label("警告").uncheck()

        assert {**before, "warning": 0} == {level: page.locator(f".note.{level}:visible").count() for level in levels}
        assert 0 == page.locator("mark.warning").count()
        assert f"显示 {before['error'] + before['info']} 条，共 {sum(before.values())} 条" == page.text_content(
            "#status"
        )
        page.get_by_label("警告").check()
        assert f"共 {sum(before.values())} 条" == page.text_content("#status")
        assert 0 < page.locator("mark.warning").count()

    def test_by_family(self, watched: Watched) -> None:
        """Only findings of that family are left, and only their numbers stand in the text."""
        watched.page.get_by_label("类别").select_option("CIT")

        shown = watched.shown()

        assert ["CIT002", "CIT006"] == watched.page.locator(".note:visible .code").all_text_contents()
        ends = watched.page.locator("mark[data-end]").all()
        assert shown == [mark.get_attribute("data-end") for mark in ends]

    def test_all_gone(self, watched: Watched) -> None:
        """Nothing is left to step to, and the text is whole."""
        text = watched.page.locator(".rows .line").all_text_contents()
        for box in watched.page.locator("#bar input").all():
            box.uncheck()
        watched.page.keyboard.press("j")

        assert [] == watched.shown()
        assert text == watched.page.locator(".rows .line").all_text_contents()


class TestKeyboard:
    """Everything is in reach without a mouse."""

    def test_next_and_previous(self, watched: Watched) -> None:
        """The keys j and k go through the findings in order, stop at the ends, and show the note and its place."""
        numbers = watched.shown()
        for expected in [*numbers, numbers[-1]]:
            watched.page.keyboard.press("j")

            assert expected == watched.current()
            assert watched.page.evaluate(
                "(function () { var r = document.activeElement.getBoundingClientRect();"
                " return r.top >= 0 && r.top < innerHeight; })()"
            )
            assert 1 <= watched.page.locator("mark.current").count()
        watched.page.keyboard.press("k")
        assert numbers[-2] == watched.current()
        watched.page.keyboard.press("Escape")
        assert 0 == watched.page.locator("mark.current").count()

    def test_steps_over_what_is_filtered_away(self, watched: Watched) -> None:
        """The next finding is the next one shown."""
        watched.page.get_by_label("警告").uncheck()
        for expected in watched.shown():
            watched.page.keyboard.press("j")

            assert expected == watched.current()

    def test_tab(self, watched: Watched) -> None:
        """First the link that skips to the findings, then links, filters and buttons; then the notes in order."""
        page = watched.page
        page.keyboard.press("Tab")
        assert "跳到正文和发现" == page.evaluate("document.activeElement.textContent")
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        reached = []
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
            if reached[-1] == "place":
                break
        assert ["family", "previous", "next"] == [one for one in reached if one in ("family", "previous", "next")]
        assert "1" == page.evaluate("document.activeElement.closest('.note').dataset.n")
        assert 1 == page.locator(".note.current").count()

    def test_skip(self, watched: Watched) -> None:
        """Enter on the first link leads to the text; the next stop is its first note."""
        for key in ("Tab", "Enter", "Tab"):
            watched.page.keyboard.press(key)

        assert "1" == watched.page.evaluate("document.activeElement.closest('.note').dataset.n")


class TestMouse:
    """Clicking on the text and on the buttons."""

    def test_a_mark_leads_to_its_note(self, watched: Watched) -> None:
        """Of several findings over a place, the shortest."""
        mark = watched.page.locator("mark[data-f*=' ']").first
        assert "1 2" == mark.get_attribute("data-f")

        mark.click()

        assert "1" == watched.current()

    def test_buttons(self, watched: Watched) -> None:
        """They do what the keys do."""
        watched.page.click("#next")
        watched.page.click("#next")
        watched.page.click("#previous")

        assert "1" == watched.page.get_attribute(".note.current", "data-n")


@pytest.mark.parametrize(
    ("scheme", "width", "count"),
    [("light", 1280, len(REPORTS)), ("dark", 1280, 1), ("light", 390, 1), ("dark", 390, len(REPORTS))],
)
def test_axe_finds_nothing_serious(
    browser: Browser, files: dict[int, Path], scheme: str, width: int, count: int
) -> None:
    """In light and dark, wide and narrow, with a finding chosen."""
    watched = Watched(browser, files[count], color_scheme=scheme, viewport={"width": width, "height": 900})
    watched.page.keyboard.press("j")

    found = Axe().run(watched.page).response["violations"]

    assert [] == [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]
    watched.page.close()


def test_colours_follow_the_system(browser: Browser, files: dict[int, Path]) -> None:
    """Dark paper where the system is dark, light paper where it is light and in print."""
    paper = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]"
    for scheme, media, dark in (("light", "screen", False), ("dark", "screen", True), ("dark", "print", False)):
        page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
        page.emulate_media(media=media)  # type: ignore[arg-type]
        page.goto(files[1].as_uri())

        assert dark == (page.evaluate(paper) < 128), (scheme, media)
        page.close()


@pytest.mark.parametrize(("media", "width"), [("print", A4_INSIDE), ("screen", 320), ("screen", 900), ("screen", 1920)])
def test_nothing_is_cut_at_the_side(browser: Browser, files: dict[int, Path], media: str, width: int) -> None:
    """On paper and on screens of any width nothing reaches beyond the page, however long a word is."""
    path = files[1].with_name("long.html")
    path.write_text(written(REPORTS[0]).replace("砚湖县", "砚" + "x" * 300), encoding="utf-8")
    for page_path in (*files.values(), path):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.emulate_media(media=media)  # type: ignore[arg-type]
        page.goto(page_path.as_uri())

        assert width >= page.evaluate("document.documentElement.scrollWidth")
        page.close()


def test_prints_every_note(browser: Browser, files: dict[int, Path]) -> None:
    """On A4; what serves the screen alone is not printed, the state of the filter is."""
    page = browser.new_page()
    page.goto(files[1].as_uri())
    page.get_by_label("提示").uncheck()
    page.emulate_media(media="print")

    assert page.locator(".note:not(.info)").count() == page.locator(".note:visible").count()
    assert page.locator("#status").is_visible()
    assert not page.locator("button:visible, input:visible, select:visible, .skip:visible").count()
    pdf = page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 594.95996 841.91998]" in pdf or b"/MediaBox [0 0 595 842]" in pdf
    page.close()


def test_foreign_code_and_style_do_not_run(browser: Browser, files: dict[int, Path]) -> None:
    """Even if something slipped into the page, the policy keeps it from running and from loading."""
    path = files[1].with_name("foreign.html")
    foreign = (
        "<script>document.title = 'x'</script><img src='http://127.0.0.1:9/x.png' onerror='document.title = 1'>"
        "<style>body { display: none }</style><link rel=stylesheet href='x.css'><p style='color: red'></p></main>"
    )
    path.write_text(files[1].read_text(encoding="utf-8").replace("</main>", foreign), encoding="utf-8")

    watched = Watched(browser, path)

    assert watched.page.title().startswith("审阅：")
    assert watched.page.locator("body").is_visible()
    assert [path.as_uri()] == [one for one in watched.requests if one not in watched.refused]
    assert 5 <= sum("Content Security Policy" in one for one in watched.complaints)
    watched.page.close()


def test_without_the_script_it_reads_whole(browser: Browser, files: dict[int, Path]) -> None:
    """Controls that would do nothing are not shown."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(files[len(REPORTS)].as_uri())

    assert not page.locator("#bar").is_visible()
    assert page.locator(".note").count() == page.locator(".note:visible").count() > 10
    page.context.close()

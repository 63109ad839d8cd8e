"""`report-lint pack`: a new pack that works, and a check that finds what is wrong with one."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from report_lint.cli import main
from report_lint.errors import UsageError
from report_lint.examples import unmark
from report_lint.packs import rules_folder
from report_lint.text import Span


def _run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["pack", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def new_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return the folder of a pack just made."""
    folder = tmp_path / "yunhu"
    assert _run(capsys, "new", folder)[0] == 0
    return folder


def test_a_new_pack_is_sound(new_pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `new` writes passes `check` at once."""
    code, out, err = _run(capsys, "check", new_pack)

    assert (0, "规则包 yunhu：规则 1 条，调整继承的规则 1 条，例子 2 个，全部相符\n", "") == (code, out, err)


def test_a_new_pack_tells_where_the_guide_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The last line names a file that is there."""
    _, out, _ = _run(capsys, "new", tmp_path / "yunhu")

    assert (rules_folder() / "README.md").read_text("utf-8") == Path(out.split("见 ")[-1].strip()).read_text("utf-8")


@pytest.mark.parametrize("name", ["甲市", "str", "wrd-2026", "A B", "x"])
def test_any_folder_name_gives_a_pack_that_loads(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The id and the prefix are made fit, and never those of the national rules."""
    _run(capsys, "new", tmp_path / name)

    assert _run(capsys, "check", tmp_path / name)[0] == 0


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of the user's is overwritten."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    code, _, err = _run(capsys, "new", tmp_path)

    assert code == 2
    assert "没有改动" in err
    assert ["notes.txt"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("⟦一、主要举措和成效⟧", "一、⟦主要举措⟧和成效", "实际标出的是“一、主要举措和成效”"),
        ("⟦一、主要举措和成效⟧", "一、主要举措和成效", "bad 的例子里没有用 ⟦ ⟧ 标出所指的地方"),
        ("⟦一、主要举措和成效⟧", "⟦一、主要举措和成效", "⟦ 后面没有 ⟧"),
        ("⟦一、主要举措和成效⟧", "一、主要举措和成效⟧", "⟧ 前面没有 ⟦"),
        ("二、其他需要报告的情况", "二、结束语", "实际标出的是"),
        ("培训4期。\\n二、其他", "⟦培训⟧4期。\\n二、其他", "good 的例子里不应有"),
        ("未找到“其他", "未找到“{heading}其他", "{heading} 没有填上，检查方式 part-missing 不提供这个词；"),
        ('⟦一、主要举措和成效⟧\\n开展执法培训4期。"', '\\n⟦二、其他需要报告的情况⟧\\n无。"', "实际没有提示"),
    ],
)
def test_an_example_that_is_not_what_it_says_is_told(
    old: str, new: str, said: str, new_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the rule, the reason and the example; the exit code is 1."""
    path = new_pack / "rules.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

    code, out, _ = _run(capsys, "check", new_pack)

    assert code == 1
    assert out.startswith("YUN001：")
    assert said in out
    assert "1 个不符" in out


def test_a_rule_without_examples_is_named(new_pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It cannot be tried, which is no failure but worth knowing."""
    path = new_pack / "rules.toml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("good")]
    path.write_text("\n".join(lines), encoding="utf-8")

    code, out, _ = _run(capsys, "check", new_pack)

    assert code == 0
    assert "YUN001：没有 good 的例子" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek", "x"], "是否想写“check”"),
        (["check", "nowhere"], "找不到规则包"),
        (["check"], "缺少"),
        ([], "缺少"),
    ],
)
def test_wrong_calls_are_one_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and the way out."""
    code, out, err = _run(capsys, *arguments)

    assert (2, "", 1) == (code, out, err.count("\n"))
    assert said in err


def test_the_national_pack_passes_its_own_check(capsys: pytest.CaptureFixture[str]) -> None:
    """Its examples are those that `explain` prints."""
    assert "全部相符" in _run(capsys, "check", "rules/national")[1]


def test_unmark_gives_the_text_and_the_spans() -> None:
    """Offsets count in the text without the brackets; brackets may nest."""
    assert ("甲乙丙丁", (Span(0, 3), Span(1, 2))) == unmark("⟦甲⟦乙⟧丙⟧丁")


def test_a_pack_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk that is full after the first file keeps no half of a pack, and no folder made for it."""

    def full(path: Path, text: str) -> None:
        if path.name == "pack.toml":
            raise UsageError(f"无法写入 {path}：磁盘已满")
        path.write_text(text, encoding="utf-8")

    monkeypatch.setattr("report_lint.commands.pack.write_file", full)

    code, out, err = _run(capsys, "new", tmp_path / "省" / "云岭")

    assert (2, "") == (code, out)
    assert "磁盘已满" in err
    assert not (tmp_path / "省").exists()


def test_a_read_only_disk_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the system says in English is said in Chinese."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(type(tmp_path), "mkdir", refuse)

    code, _, err = _run(capsys, "new", tmp_path / "云岭")

    assert (2, f"error: 无法新建文件夹 {tmp_path / '云岭'}：磁盘是只读的\n") == (code, err)


def test_the_pack_of_the_guide_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who copies the pack and the rules out of `rules/README.md` has a pack that passes `check`."""
    guide = (rules_folder() / "README.md").read_text("utf-8")
    blocks = [block.partition("```")[0] for block in guide.split("```toml\n")[1:]]
    own = guide.index("## 自己的规则包")
    blocks = [block for block in blocks if guide.index(block) > own]
    folder = tmp_path / "yunhu"
    folder.mkdir()
    (folder / "pack.toml").write_text(next(block for block in blocks if "prefixes" in block), "utf-8")
    rules = [block for block in blocks if ("YHS" in block and "prefixes" not in block) or "[[part]]" in block]
    (folder / "rules.toml").write_text("\n".join(rules), "utf-8")

    code, out, err = _run(capsys, "check", folder)

    assert (0, "规则包 yunhu：规则 2 条，调整继承的规则 1 条，例子 4 个，全部相符\n", "") == (code, out, err)

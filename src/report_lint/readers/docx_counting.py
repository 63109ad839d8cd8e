"""How Word writes a list number: the number formats, as plain functions of the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LARGEST = 9999  # beyond it a list is broken, and a letter repeated a million times would be a bomb
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_FULL_WIDTH = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}
_IDEOGRAPHS = {ord(digit): ideograph for digit, ideograph in zip("0123456789", "〇一二三四五六七八九", strict=True)}


def to_words(count: int, form: str) -> str:
    """Return a count in a number format of Word; formats of other scripts give plain digits."""
    write = _FORMATS.get(form)
    return write(count) if write is not None and 0 < count <= _LARGEST else str(count)


def _counting(digits: str, units: str) -> Callable[[int], str]:
    """Return a function that counts in words: 一百零一, 一百一十一."""

    def write(count: int) -> str:
        words = ""
        for power, unit in zip((3, 2, 1, 0), (*units, ""), strict=True):
            digit = count // 10**power % 10
            if digit:
                words += digits[digit] + unit
            elif words and count % 10**power and not words.endswith(digits[0]):
                words += digits[0]
        return words

    return write


_in_hundreds = _counting("零一二三四五六七八九", "千百十")


def _chinese(count: int) -> str:
    """Return 十 and 十一 without the 一 that 一百一十 has."""
    return _in_hundreds(count).removeprefix("一") if 10 <= count < 20 else _in_hundreds(count)  # noqa: PLR2004


def _letters(count: int) -> str:
    """Return a … z, aa, bb and so on."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    written = ""
    for amount, sign in _ROMAN:
        written += sign * (count // amount)
        count %= amount
    return written


def _row(characters: str) -> Callable[[int], str]:
    """Return a function that takes a character from a row, and plain digits beyond its end."""
    return lambda count: characters[count - 1] if count <= len(characters) else str(count)


def _run(first: str, length: int) -> Callable[[int], str]:
    """Return a function over consecutive characters of Unicode."""
    return _row("".join(chr(ord(first) + step) for step in range(length)))


_CYCLE = list(zip("甲乙丙丁戊己庚辛壬癸" * 6, "子丑寅卯辰巳午未申酉戌亥" * 5, strict=True))
_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "koreanCounting",
        ),
        _chinese,
    ),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"),
        lambda count: str(count).translate(_IDEOGRAPHS),
    ),
    "chineseLegalSimplified": _counting("零壹贰叁肆伍陆柒捌玖", "仟佰拾"),
    "ideographLegalTraditional": _counting("零壹貳參肆伍陸柒捌玖", "仟佰拾"),
    "ideographTraditional": _row("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _row("子丑寅卯辰巳午未申酉戌亥"),
    "ideographZodiacTraditional": lambda count: "".join(_CYCLE[(count - 1) % len(_CYCLE)]),
    "ideographEnclosedCircle": _run("㊀", 10),
    "decimalEnclosedCircle": _run("①", 20),
    "decimalEnclosedCircleChinese": _run("①", 20),
    "decimalEnclosedParen": _run("⑴", 20),
    "decimalEnclosedFullstop": _run("⒈", 20),
    "decimalZero": lambda count: f"{count:02}",
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), lambda count: str(count).translate(_FULL_WIDTH)),
    "numberInDash": lambda count: f"- {count} -",
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerLetter": _letters,
}

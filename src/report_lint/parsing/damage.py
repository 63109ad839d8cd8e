"""Damage of the copy itself: old-style characters, pinyin between the characters, words cut out by a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern

if TYPE_CHECKING:
    from report_lint.text import SourceText

# Frequent in these reports, and not used in simplified text (乾, 後, 於 also stand in names).
_TRADITIONAL = "設實務國業學習關導執會議進責總報縣區鄉鎮機個為對開發"
_ENOUGH_TRADITIONAL = 8
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# “實(shí)施”, “行（xíng）政”; a rare name with its reading stands once.
_RUBY = lazy_pattern(f"[^\x00-\xff][（(][a-zü]*[{_TONED}][a-zü]*[）)]")
_ENOUGH_RUBY = 3
# “在20 (略) 委办命名”: tender sites blank out places and numbers.
_BLANKED = lazy_pattern("[^\x00-/:-\xff][ \t]*[（(]略[）)][ \t]*[^\x00-/:-\xff]")
# “深入学法治思想”, “总书记法治思想”: the name before it was filtered out of the whole text.
_NAMELESS = lazy_pattern("(?:学习?|贯彻|践行|以|坚持|总书记)(?:新时代中国特色社会主义思想|法治思想)")
_NAME = "习近平"
_WHOLE_TEXT = 300  # in a shorter text the name may simply not occur


def damage_notes(source: SourceText) -> tuple[str, ...]:
    """Return Chinese clauses on what could not be read as it was written, for INT003; nothing for a whole copy."""
    text = source.text
    return tuple(note for note in (_old_characters(text), _readings(text), _cut_out(text)) if note)


def characters_damaged(source: SourceText) -> bool:
    """Tell whether the characters of a copy are not those that were written; what was left out is another thing."""
    return bool(source.damage) and bool(damage_notes(source))


def _old_characters(text: str) -> str | None:
    counts = {character: text.count(character) for character in _TRADITIONAL}
    kinds = sorted((one for one in counts if counts[one]), key=text.find)
    if sum(counts.values()) < _ENOUGH_TRADITIONAL or len(kinds) < _ENOUGH_TRADITIONAL // 2:
        return None
    return f"文中有繁体字（如“{'”“'.join(kinds[:3])}”），按简体用语核对的项目可能不准"


def _readings(text: str) -> str | None:
    found = _RUBY.findall(text) if any(vowel in text for vowel in _TONED) else []
    if len(found) < _ENOUGH_RUBY:
        return None
    return f"文字中夹有注音（如“{found[0]}”等{len(found)}处），词语被隔开，可能未能识别"


def _cut_out(text: str) -> str | None:
    blanked = _BLANKED.search(text) if "略)" in text or "略）" in text else None
    if blanked is not None:
        return f"有字句被网站隐去（如“{blanked[0]}”），残缺处未作判断"
    nameless = _NAMELESS.search(text) if _NAME not in text and len(text) > _WHOLE_TEXT else None
    if nameless is not None:
        return f"疑有字词被网站过滤（如“{nameless[0]}”前后），残缺处未作判断"
    return None

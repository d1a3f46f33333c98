"""The words behind a citation in, the page or paragraph they point at out: ", at pp. 54–5", ", para. 9.32"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.wordlists import alternatives, load_words, word_set

# A number as printed in a locator: 24–6, xii, A12, F. 7v, 9.32, 131 f., 34ff., 45n, 12-13 et 15.
_ROMAN_PAGE = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})(?![a-zà-ÿ])"
_NUMBER = (
    r"(?:[A-Z]?\d+(?:[.:]\d+)*(?:\s?(?:[a-eg-mo-rv](?![a-z])°?|[A-D](?![\w.’'])))?|"
    rf"{_ROMAN_PAGE}|(?!I\s[a-z]{{2,}})[IVXLC]+(?![A-Za-z]))"
)
_RANGE = (
    rf"{_NUMBER}(?:\s?[-–—/]\s?{_NUMBER})?"
    r"(?:\s?(?:sqq?|seqq?|ff?|et seq|et sqq?|et suiv|u\.\s?ö|y ss?|e ss?|ss?|sgg?|segg?|n(?!\.?\s?\d))(?![A-Za-z])\.?)?"
    r"(?:(?:,(?=\s(?:n|nota|note|Anm|Fn)\b))?\s?(?:&\s|and\s|mit\s)?(?:nn?\.?|Anm\.|Fn\.|note)\s?\d+(?:[–-]\d+)?"
    r"|\s(?:tbls?|figs?)\.\s?\d+(?:\s&\s(?:nn?|tbl|fig)\.\s?\d+)?)?"
)
# "II. 301-303; III. 12": a second volume of the same work.
_VOLUME_AGAIN = r"(?:vols?\.\s|t\.\s)?(?:[IVXLC]+|[ivxlc]+)[.,:]\s(?:pp?\.\s)?(?=\d)"
_RANGES = (
    rf"{_RANGE}(?:(?:\s?[,;]\s?|\s?,?\s?(?:and|und|u\.|et|y|e|&)\s)(?:{_VOLUME_AGAIN})?{_RANGE})*"
    r"(?:,?\s(?:et\s|e\s|y\s|and\s|und\s)?p[aá]ssim)?"
)
# "Art. 5 Abs. 2 Satz 1 lit. a", "§ 1125(a)(1)"
_CLAUSES = r"(?:\(\w{1,4}\))*(?:\s[IVX]+(?![A-Za-z])|\s(?:Abs\.|Satz|S\.|lit\.|Nr\.|al\.|Alt\.|Hs\.|HS)\s?[\da-z]+)*"
_IN_BRACKETS = r"\[\d+\](?:\s?[-–,]\s?\[\d+\])*"
# Words that say nothing but "page": left out of the locator.
_PAGE_WORD = (
    r"(?:(?:at|on)\s+)?(?:pp?\.?|pages?|pgs?\.?|pg\.|S\.|Ss\.|Seiten?|pagg?\.|pags?\.|pàgg?\.|págs?\.?|"
    r"página|páginas|s\.)\s?"
)
# Words that say what is counted: kept.
_UNIT = (
    r"(?:paras?\.?|paragraphs?|§§?|¶¶?|chs?\.?|chaps?\.?|chapters?|Kap\.|cap\.|caps\.|cols?\.?|Sp\.|fols?\.?|ff?\.|fls?\.|fo\.?|f[oº°]\.?|Bl\.|Rn\.?|Rz\.?|Rdn\.?|"
    r"arts?\.?|Art\.|[Vv]ols?\.?|Bd\.|t\.|tome|tomo|bk\.|book|[Pp]t\.|[Pp]art|Teil|ll?\.|lines?|recs?\.|recommendations?|[Nn]os?\.|n[°º]|n\.º|Nr\.|núm\.|Tab\.|Abb\.|fig\.|figs\.|"
    r"sec\.|secs\.|section|sections|cl\.|app\.|appendix|plate|pl\.|n\.|note|notes|nn\.|Anm\.|Fn\.|Fußnote|"
    r"doc\.|docs\.|loc\.|slip op\.|b\.|busta|cc?\.|carta|reg\.|filza|fasc\.|perg\.|mss?\.|legajo|caja|exp\.)\s?"
)
# "Ibid., 2: 249": the volume of a set, before its page.
_ARABIC_VOLUME = r"(?:\d{1,2}:\s(?=\d))?"
_ROMAN_VOLUME = rf"(?:(?:[IVXLC]+|[ivxlc]+)(?:\.,?|,|:)\s?(?:{_PAGE_WORD})?)?"
# What is singled out of a stretch of pages: "S. 213–225, hier S. 220", "13-44, en especial 24".
_NARROWING = f"(?:{alternatives(load_words('locators')['narrowing'])})"
_NARROWED = re.compile(
    rf"^(?P<whole>[^a-z]*\d[^a-z]*?)[,;]?\s?\(?{_NARROWING}\s(?:(?:à\sla|auf)\s)?(?:{_PAGE_WORD})?(?P<part>.*?\d.*?)\)?$"
)
_AT_A_PAGE = re.compile(r"^(?P<whole>\d+\s?[-–]\s?\d+),\s(?:at|on)\s(?P<part>\d.*)$")
# "115–137, on 130", not "on 5 May 1960"
_ON = r"on(?=\s\d{1,4}(?:[–-]\d{1,4})?\s*(?:[,.;)]|$))"
_TAIL_NOTE = r"(?:\s?\((?:Fu(?:ß|ss)note|Anm\.|Fn\.|n\.|note|footnote|fn\.?)\s?\d+[a-z]?\))?"
_LOCATOR = re.compile(
    rf"(?:[,:.;]?\s*){{0,3}}(?:at\s+|hier\s+|here\s+|esp\.\s+|bes\.\s+|especially\s+|à\s+la\s+|auf\s+|{_ON}\s+)*"
    rf"(?P<locator>p[aá]ssim\b|{_IN_BRACKETS}|{_ROMAN_VOLUME}(?:{_UNIT}{_RANGES}{_CLAUSES}(?:(?:(?<=[ivxlcIVXLC])\.)?[,\s]+(?:at\s+)?(?=(?:{_UNIT}|{_PAGE_WORD})))?)+(?:{_PAGE_WORD}{_RANGES})?"
    rf"|(?P<paged>{_PAGE_WORD})(?P<pages>{_ROMAN_VOLUME}{_RANGES}(?:,?\s?\(?{_NARROWING}\s?(?:{_PAGE_WORD})?{_RANGES}\)?)?{_TAIL_NOTE})"
    rf"|(?P<bare>{_ROMAN_VOLUME}{_ARABIC_VOLUME}{_RANGES}(?:,\s{_PAGE_WORD}{_RANGES})?(?:,?\s?\(?{_NARROWING}\s?(?:{_PAGE_WORD})?{_RANGES}\)?)?{_TAIL_NOTE}))"
)
_WORD_AHEAD = re.compile(r"\s*[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Locator:
    """A locator as printed, without the page word, and where its words end."""

    text: str
    end: int


def read_locator(text: str, at: int, limit: int | None = None, is_bare_allowed: bool = True) -> Locator | None:
    """The locator that stands at a place, if one does.

    Args:
        text: the note.
        at: where the words before it end, e.g. right behind "Ibid.".
        limit: where to stop looking.
        is_bare_allowed: whether a number without a page word may be one ("Ibid., 56").

    Returns:
        The locator ("285", "para. 9.32", "13 (Fußnote 4)"), None where other words follow.
    """
    limit = len(text) if limit is None else limit
    match = _LOCATOR.match(text, at, limit)
    if match is None:
        return None
    if match["paged"]:
        return Locator(match["pages"].strip(), match.end())
    if match["bare"]:
        if not is_bare_allowed or _runs_on(text, match.end(), limit):
            return None
        return Locator(match["bare"].strip(), match.end())
    return Locator(match["locator"].strip(" ,"), match.end())


def narrow(locator: str) -> tuple[str, str]:
    """The page singled out of a stretch, and the stretch: "213–225, hier S. 220" gives "220" and "213–225"."""
    match = _NARROWED.match(locator) or _AT_A_PAGE.match(locator)
    return (match["part"].strip(" ,"), match["whole"].strip(" ,")) if match else (locator, "")


def _runs_on(text: str, end: int, limit: int) -> bool:
    """A bare number followed by lower-case words begins a sentence or a date ("1967 was a hard year")."""
    match = _WORD_AHEAD.match(text, end, limit)
    if match is None or text[end : end + 1] != " ":
        return False
    word = match[0].strip()
    return word[0].islower() and word not in word_set("signals", "joining") and word not in ("mit", "note", "quoting")

"""Words at a place of a citation in, the pages (paragraphs, folios, columns) they print out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ROMAN = (
    r"(?=[ivxlcIVXLC])(?:c{0,3}(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})"
    r"|C{0,3}(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4}))(?![\w’'])"
)
_NUMBER = rf"(?:\d+(?=f{{1,2}}\b)|(?:[A-Z]{{1,2}}-?\d+[a-z]?|[eE]\d+|\d+[A-Za-z]?\d*|{_ROMAN})(?![\w]))"
_DASH = r"\s?(?:--?|[–—‐‑−])\s?"
_FOLLOWING = (
    r"(?:\s?(?:[ye]\ss(?:s|gg|egg)\.?|ff?|sq+|et\s+seq|ss|sgg|segg|sig|sigs|et\ssuiv|et\ss|e\sss)\b\.?"
    r"|\s?(?:et|und|and|y|e)\s+passim\b"
    r"|\s?n\.(?!\s?\d)|[rv]\b)"
)
_NOTE = (
    r"(?:\s?,?\s*(?:n\.\s?\d+|nn\.\s?\d+[-–]\d+|not[ae]\s\d+|fn\.?\s?\d+|Fn\.?\s?\d+|Anm\.\s?\d+"
    r"|(?:tbl|fig)\.\s?\d+|&\snn?\.\s?[\d–-]+|\(?Fußnote\s\d+\)?|\((?:n|Anm|fn)\.\s?\d+\)|\((?:not[ae]|nota\sa\spié\sdi\spagina)\s\d+\)))?"
)
_ONE = rf"{_NUMBER}(?:{_DASH}{_NUMBER})?{_FOLLOWING}?"
_JOIN = r"(?:\s?,\s?|\s?;\s?(?=\d+[-–,.;)]|\d+$)|\s(?:and|&|und|et|y|e|u\.)\s)"
_LIST = rf"{_ONE}(?:{_JOIN}(?!\d\d?\s[A-Z][a-z])(?!(?:1[5-9]|20)\d\d\b){_ONE}(?!\s?(?:\(|[A-Z][a-z])))*"
_LABEL = (
    r"(?:(?:pages?|pp?|Seiten?|S|Ss|pág(?:ina)?s?|pag(?:ina)?|pgs?|págs|blz|s)(?!\.\s?vv?\.|\.\s?l\.|\.\s?n\.)\.?\s?(?=[\dA-Zivxlc])"
    r"|(?:cols?|Sp|fols?|ff?|Bl)\.\s?(?=\d))"
)
_PARAGRAPH = (
    r"(?:(?:paras?|docs?|document|Dok|ch|chs|chap|chaps|chapter|chapters|Kap|rec|recs|sec|secs|section|sect|cap|chap|art|arts|Rn|Rdn|Rdnr|RdNr|Rz|Tz|par|pars|book|bk|lib)\.?"
    r"(?:(?<=[\s.])|\s|(?=\d))(?=[\dIVXLCivxlc])|cc\.\s?(?=\d)|ll?\.\s?(?=\d)|lines?\s(?=\d)|c\.\s?(?=\d+[rv]\b)|qq?\.\s?(?=\d)|§§?\s?|n[°º]s?\s?(?=\d+(?:\set\ss|,?\s?p\.)))"
)

_POINTING = (
    r"(?:at|in|hier|here|ici|aquí|qui|spec\.|spéc\.|spécialement|v\.\s?a\.|bes\.|bes|insbes\.|insb\.|insbesondere|vor\sallem|namentlich|esp\.|especially|en\sespecial"
    r"|especialmente|en\sparticular|en\sparticulier|in\sparticolare|in\spart\.|en\spart\.|em\sespecial|sobre\stodo|soprattutto|notamment|surtout|particularly)"
)
# "115–137, on 130": historians of science; not "on 5 May 1960"
_ON = r"on(?=\s(?:pp?\.\s?)?\d{1,4}(?:[–-]\d{1,4})?\s*(?:[,.;)]|$))"
_LABELLED = re.compile(rf"(?P<at>(?:{_POINTING}|{_ON})\s+)?{_LABEL}(?P<pages>{_LIST}{_NOTE})")
_PLACED = re.compile(
    rf"(?P<at>(?!in\s){_POINTING}|{_ON}|à(?!\s(?:1[4-9]|20)\d\d\b))\s+(?:pp?\.\s?|S\.\s?)?(?P<pages>{_LIST}{_NOTE})"
)
_DOTTED = rf"(?:\d+(?:\.\d+)+(?:{_DASH}\d+(?:\.\d+)*)?|{_LIST})"
_NUMBERED = re.compile(
    r"(?P<section>§§?\s?\d+[a-z]?(?:(?:,\s?|\s)(?:Abs\.\s?\d+|Nr\.\s?\d+|S\.\s?\d(?!\d)|Satz\s\d|[IVX]+\b|(?<=[IVX]\s)\d\b|(?:aa|bb|cc|dd|(?-i:[a-eg-z]))\b(?![’'])|(?:Rn|Rdn|Rdnr|RdNr|Rz|Tz)\.\s?\d+(?:\sff?\.)?|Anm\.\s?(?:\d+|[IVX]+)(?:\s[a-z]\b)?))+)"
    rf"|(?:at\s+)?(?P<pages>{_PARAGRAPH}{_DOTTED}(?:,?\s{_PARAGRAPH}{_DOTTED})*(?:,\sn\.\s?\d+)?|sigs?\.\s?[A-Z]{{1,2}}\d{{0,2}}[rv]?)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?P<pages>{_LIST}{_NOTE})(?!\s?(?:st|nd|rd|th)\b)")
_RANGE = re.compile(rf"(?P<first>{_NUMBER}){_DASH}(?P<last>{_NUMBER})")
_PASSIM = re.compile(r"passim\b")


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages as printed.

    Attributes:
        text: without their label: "85", "117–131", "287-89, 297-300", "para. 9.32".
        is_labelled: "pp. 5-20" rather than "5-20".
        is_at: "at 85", "hier S. 85": a page inside an extent given before.
        label: "S. " or "pp. " as printed, "" where none is.
    """

    end: int
    text: str
    is_labelled: bool
    is_at: bool = False
    label: str = ""

    @property
    def is_range(self) -> bool:
        """Whether they are one stretch of more than two pages, as a whole article is."""
        found = _RANGE.fullmatch(self.text)
        if not found:
            return False
        first, last = found["first"].lstrip("eEABCDS"), found["last"].lstrip("eEABCDS")
        if not (first.isdigit() and last.isdigit()):
            return first != last
        last = first[: max(0, len(first) - len(last))] + last
        return int(last) - int(first) > 1


def read_pages(text: str, pos: int, *, bare: bool) -> Pages | None:
    """Read pages at `pos`: "pp. 5–20", "S. 131 f.", "at 85", "fol. 3r", "para. 9.32"; with `bare` also "117–131"."""
    if text[pos - 1 : pos] == "." and text[pos - 2 : pos - 1].isalpha() and text[pos : pos + 1].isupper():
        return None  # "Annales E.S.C.": letters of one abbreviation
    if found := _PASSIM.match(text, pos):
        return Pages(found.end(), "passim", is_labelled=True)
    if found := _LABELLED.match(text, pos):
        label = text[found.end("at") if found["at"] else found.start() : found.start("pages")].lstrip()
        return Pages(found.end(), _tidy(found["pages"]), is_labelled=True, is_at=bool(found["at"]), label=label)
    if found := _PLACED.match(text, pos):
        return Pages(found.end(), _tidy(found["pages"]), is_labelled=True, is_at=True)
    if found := _NUMBERED.match(text, pos):
        return Pages(found.end(), _tidy(found["section"] or found["pages"]), is_labelled=True, is_at=True)
    if bare and (found := _BARE.match(text, pos)):
        return Pages(found.end(), _tidy(found["pages"]), is_labelled=False)
    return None


def _tidy(printed: str) -> str:
    return printed.strip(" ,")


def as_extent(printed: str) -> str:
    """A printed range in BibTeX's manner: "117–131" to "117--131"; "251–75" keeps its short end."""
    return re.sub(_DASH, "--", printed)

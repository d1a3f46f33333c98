"""A citation of an international court's or tribunal's decision in, its fields out.

The shapes are OSCOLA's and the courts' own: "Salt Works (Norland/Sudland) [1997] ICJ Rep 7, [51]", "Voss v Norland,
ICSID Case No ARB/01/8, Award, 12 May 2005, [317]", "Marl v Sudland, App no 12345/67 (ECtHR, 3 May 2001), para 5".
"""

from __future__ import annotations

import re
from functools import cache

from app.fields.dates import read_full_date
from app.fields.law_shapes import Law
from app.wordlists import alternatives, load_words

_AT = (
    r"(?:,?\s(?:at\s)?(?P<at>(?:paras?\.?\s)?\[\d+\](?:\s?[–-]\s?\[\d+\])?|paras?\.?\s\d+(?:\s?[–-]\s?\d+)?"
    r"|(?<=,\s)(?:pp?\.\s)?\d+(?:[–-]\d+)?(?=[.;]|$)))?"
)
_NUMBERED = re.compile(
    r"(?P<title>[A-Z][^\[\]“”;:]{2,160}?\sv\.?\s[A-Z][^\[\]“”;:]{2,120}?),\s"
    r"(?P<number>(?:[A-Z]{2,6}\s(?:\([A-Z]{1,3}\)\s)?Case|Application|Appl?\.?|Case|Communication)\s[Nn]os?\.?\s[A-Z\d][\w()./-]*\d\w*)"
    r"(?:,\s(?P<decision>[A-Z][^,()\d]{3,70}))?(?:,\s|\s\((?P<court>[A-Z][^(),]{2,40},\s)?)(?=\d)"
)
_PLACE = re.compile(_AT)


@cache
def _reported() -> re.Pattern[str]:
    reports = alternatives(load_words("law_reports")["international_reports"])
    return re.compile(
        r"(?P<title>[A-Z][^\[\]“”;:]{5,220}?)(?<![’”»\"])(?:,\s(?:Judgment|Advisory\sOpinion|Order|Merits|Award)[^\[\]“”;:]{0,60}?)?,?\s"
        rf"(?:(?:\[(?P<year>\d{{4}})\]\s(?:(?P<part>\d{{1,2}})\s)?|\((?P<dated>\d{{4}})\)\s(?P<volume>\d+|[IVXLC]+)\s)(?P<journal>{reports})\s"
        rf"|(?<=,\s)(?P<own>{reports})\s(?P<behind>\d{{4}}),\s(?=p\.))(?:p\.\s)?(?P<page>\d+)(?!\s[A-Z]){_AT}"
    )


def read_international(text: str) -> Law | None:
    """Read a decision by its report, or by its case number and day."""
    return _in_report(text) or _by_number(text)


def _in_report(text: str) -> Law | None:
    found = _reported().match(text)
    year = (found["year"] or found["dated"] or found["behind"]) if found else ""
    if not found or not year:
        return None
    values = {"title": found["title"].strip(" ,"), "date": year, "journaltitle": found["journal"] or found["own"]}
    values |= {"volume": found["volume"] or found["part"], "pages": found["page"]}
    return Law("jurisdiction", {name: value for name, value in values.items() if value}, found.end(), found["at"])


def _by_number(text: str) -> Law | None:
    found = _NUMBERED.match(text)
    date = read_full_date(text, found.end()) if found else None
    if not found or not date:
        return None
    end = date.end + (found["court"] is not None and text.startswith(")", date.end))
    place = _PLACE.match(text, end)
    values = {"title": found["title"], "number": found["number"], "date": date.fields["date"]}
    values |= {"type": found["decision"] or "", "institution": (found["court"] or "").rstrip(" ,")}
    fields = {name: value for name, value in values.items() if value}
    return Law("jurisdiction", fields, place.end() if place else end, place["at"] if place else None)

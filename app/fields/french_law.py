"""A citation of French, Belgian and European decisions as French notes print them in, its fields out."""

from __future__ import annotations

import re
from functools import cache

from app.fields.dates import has_day, read_full_date
from app.fields.law_shapes import Law
from app.wordlists import alternatives, load_words

_ORDINAL = r"\d(?:re|e|ère|ème)"
_CHAMBER = (
    rf"(?:,?\s(?:(?:{_ORDINAL}\s)?(?:civ|com|soc|crim|ch|sect)\.(?:\s{_ORDINAL})?|{_ORDINAL}(?:\s(?:ch|civ|sect)\.)?"
    r"|[Aa]ss\.(?:\splén\.)?|Sect\.|réf\.|ord\.|(?:gde|grande)\s[Cc]h(?:ambre|\.)|[A-ZÉ][a-zéè-]+(?:,\s\d(?:re|e)\sch\.)?))*"
)
_DECISION = re.compile(
    r",\s(?:(?:déc\.|décision|req\.|arrêt|aff\.)\s(?:n[°o]s?\s?)?[\w/. -]{2,20}?\s?(?:DC|QPC)?,?\s(?:du\s)?)?"
    r"(?:(?:du|le)\s)?(?=\d)"
)
_PARTY = re.compile(
    r",\s(?P<party>(?!(?:préc|supra|ibid|note|obs|concl)\b)[A-ZÀ-Þ](?:[^,;().]|\.(?!\s|$)|(?<=\s[cv])\.){2,70}?)"
    r"(?=,\s|(?<!\sc)(?<!\sv)\.(?:\s|$)|;|$|\s:)"
)
_NUMBER = re.compile(r",\s(?P<number>(?:req\.\s|pourvoi\s|aff\.\s)?n[°o]s?\s?[\d/., -]*\d(?:\s(?:DC|QPC))?)(?=[,.;]|$)")
_PLACE = (
    r"(?:\s(?P<year>(?:18|19|20)\d\d))?"
    r"(?P<part>(?:,?\s(?:[IVX]+|\d|chron\.|somm\.|jur\.|pan\.|IR|inf\.\srap\.|éd\.\s[A-Z])(?=[,.\s]))*)"
)
_PAGE = (
    r"(?:,\s(?:n[°o]s?\s?(?P<number>[\d-]+)))?(?:,?\s(?:p\.\s?(?P<page>\d+)|(?P<entry>\d{1,6})(?=[,.;]|$)))?"
    r"(?:,?\s(?P<at>§§?\s?\d+(?:\s?[-–]\s?\d+)?|spéc\.\sp\.\s\d+))?"
)
_COMMENT = re.compile(
    r",\s(?:note|obs\.|concl\.|rapp\.|chron\.|comm\.|av\.\sgén\.|p\.\s\d+,\snote)\s(?:crit\.\s)?[A-ZÉ][^,;]{1,40}?(?=[,;]|\.(?:\s|$)|$)"
)
_PINNED = re.compile(r",\s(?P<at>§§?\s?\d+(?:\s?(?:[-–]|et)\s?\d+)?)")


@cache
def _court() -> re.Pattern[str]:
    return re.compile(rf"(?P<court>{alternatives(load_words('law_reports')['french_courts'])})(?![\w’']){_CHAMBER}")


@cache
def _review() -> re.Pattern[str]:
    names = alternatives(load_words("law_reports")["french_reviews"])
    return re.compile(
        rf",\s(?P<journal>{names})(?![\w’'])(?:,\s\d{{1,2}}(?:er)?\s[a-zéû]{{3,9}}\.?\s(?:18|19|20)\d\d|{_PLACE}){_PAGE}"
    )


@cache
def _of_year() -> re.Pattern[str]:
    names = alternatives(load_words("law_reports")["french_reviews"])
    return re.compile(
        rf"^,\s(?P<journal>{names})\s(?P<year>(?:18|19|20)\d\d)(?P<part>(?:,?\s(?:[IVX]+|\d|(?:chron|doctr|somm|jur|pan|act)\b\.?))*)[,.]?\s*$"
    )


def read_review_of_year(words: str) -> dict[str, str] | None:
    """A law review cited by the year, behind a quoted title: ", D. 1982, chron."."""
    found = _of_year().match(words)
    if not found:
        return None
    return {"journaltitle": f"{found['journal']}{found['part'].rstrip(' ,')}", "date": found["year"]}


def read_french_law(text: str) -> Law | None:
    """Read "Cass. civ. 1re, 12 janv. 1988, Bull. civ. I, n° 12", "CE, Ass., 12 mai 1976, Dame Petit, Rec. p. 123"."""
    court = _court().match(text)
    lead = _DECISION.match(text, court.end()) if court else None
    date = read_full_date(text, lead.end()) if lead else None
    if not date or not has_day(date.fields["date"]):
        return None
    fields, end = {"title": text[: date.end], "date": date.fields["date"]}, date.end
    review = _review().match(text, end)
    if not review and (party := _PARTY.match(text, end)):
        fields["title"], end = text[: party.end()], party.end()
    if number := _NUMBER.match(text, end):
        fields["number"], end = number["number"], number.end()
    review = review or _review().match(text, end)
    locator = None
    if review:
        values = {"journaltitle": review["journal"] + (review["part"] or "").rstrip(), "pages": review["page"]}
        values["number"] = review["number"] or review["entry"]
        fields |= {name: value for name, value in values.items() if value}
        locator, end = review["at"], review.end()
    if pinned := _PINNED.match(text, end):
        locator, end = pinned["at"], pinned.end()
    while comment := _COMMENT.match(text, end):
        end = comment.end()
    return Law("jurisdiction", fields, end, locator)

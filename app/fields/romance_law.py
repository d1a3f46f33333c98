"""A citation of an Italian, Spanish or Brazilian decision in, its fields out: "Cass., sez. un., 11 maggio 2008"."""

from __future__ import annotations

import re
from functools import cache

from app.fields.dates import has_day, read_full_date
from app.fields.law_shapes import Law
from app.wordlists import alternatives, load_words

_CHAMBER = (
    r"(?:(?:,\s|\s)(?:sez\.\s(?:un\.|lav\.|[IVX]+|\w+)(?:\s(?:civ|pen|giur|trib)\.)?|SS\.\s?UU\.|ad\.\splen\.|[IVX]+\ssez\.|Sez\.\s\w+\.?"
    r"|(?:sent|ord)\.|sentenza|ordinanza|[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[A-ZÀ-Þ][a-zà-ÿ]+)?)(?=[,\s])){0,4}"
)
_BEFORE_DAY = re.compile(r",\s(?:(?:del|dell[’'])\s?)?(?=\d{1,2}[\s./-])|\s(?=\d{1,2}[\s./-])")
_NUMBER = re.compile(r",?\s(?:n\.|nn\.|n[°º]|núm\.)\s?(?P<number>\d+(?:[./-]\d+)*)")
# "Corte cost., sent. n. 238/2014", "Corte cost., n. 238 del 2014"
_OF_YEAR = re.compile(
    r",?\s(?:sent\.\s|sentenza\s|ord\.\s|ordinanza\s)?n\.\s?(?P<number>\d+)(?:/|\sdel\s)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_PLACE = r"(?:,?\s(?P<year>(?:18|19|20)\d\d))?(?P<part>(?:,\s(?:[IVX]+|\d)(?:,\s\d)?(?=,))?)"
_PAGE = r"(?:,\s(?:(?:p|pp|c|cc|col)\.\s)?(?P<page>\d+)(?=[\s,.;)]|$))?(?:\sss\.)?"
_PARTY = re.compile(r",\s[A-ZÀ-Þ][\w’' ]{2,30}(?:\sc\.\s[A-ZÀ-Þ][\w’'. ]{2,30})?(?=,\s(?:in\s)?«?[A-Z])")
_COMMENT = re.compile(r",\scon\snota\sdi\s(?:[A-Z]\.\s?)*[A-ZÀ-Þ][\w’'-]+")
_SPANISH = (
    r"(?:\s(?:de\s)?(?P<place>(?:[A-ZÀ-Þ][\w’'-]+)(?:\s(?:de|la)\s[A-ZÀ-Þ][\w’'-]+)?))?(?:,?\s\([^()]{4,60}\))?"
    r"(?:,?\s(?:núm\.\s)?(?P<number>\d+/(?P<year>(?:19|20)\d\d)))?,?\s(?:de\s)?"
)
_WITHOUT_YEAR = re.compile(r"(?P<day>\d{1,2}\sde\s[a-z]+)(?!\sde(?:l)?\s\d)")
_SPANISH_PLACE = re.compile(
    r",\s(?P<at>(?:FF?\.?JJ?\.?|fundamento(?:\sjurídico)?)\s?\d+(?:[.º]+\d+|[ºª]|[.º]*[a-z](?!\w))?)"
)
_REPERTORY = re.compile(
    r",?\s(?:asunto|as\.)\s(?:acumulados\s)?[CT]-\d+/\d+|\s[\[(](?P<reference>(?:RJ|RTC|AC|JUR|TOL|ECLI)[^()\[\]]{3,40})[)\]]"
)
_BRAZILIAN = re.compile(
    r"(?:\s\d{1,2}[ªa]\sRegião)?(?:[,.]|\s[–-])\s(?P<case>(?:[A-Z][A-Za-z]{1,5}|[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,3})\s(?:n\.?[°º]?\s)?(?P<number>\d[\d.-]*(?:/[A-Z]{2})?))"
    r"(?:,\s(?:\d[ªa]\sTurma|Pleno|Tribunal\sPleno))?(?:,\s[Rr]el(?:\.|ator)[aª]?:?\s[^,;]{4,60})?(?:,\s(?:j\.|julgado\sem|de)\s(?=\d))?"
)


@cache
def _courts(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<court>{alternatives(load_words('law_reports')[table])})(?![\w’'])")


@cache
def _review() -> re.Pattern[str]:
    names = alternatives(load_words("law_reports")["italian_reviews"])
    return re.compile(rf",\s(?:in\s)?«?(?P<journal>{names})(?![\w’'])»?{_PLACE}{_PAGE}")


def read_romance_law(text: str) -> Law | None:
    """Read decisions as Italian, Spanish and Brazilian notes print them."""
    return _italian(text) or _spanish(text) or _brazilian(text)


def _italian(text: str) -> Law | None:
    court = re.compile(_courts("italian_courts").pattern + _CHAMBER).match(text)
    if not court:
        return None
    if numbered := _OF_YEAR.match(text, court.end()):
        fields = {"title": text[: numbered.end()], "number": numbered["number"], "date": numbered["year"]}
        return _with_review(text, fields, numbered.end())
    lead = _BEFORE_DAY.match(text, court.end())
    date = read_full_date(text, lead.end()) if lead else None
    if not date or not has_day(date.fields["date"]):
        return None
    fields, end = {"title": text[: date.end], "date": date.fields["date"]}, date.end
    if number := _NUMBER.match(text, end):
        fields["number"], end = number["number"], number.end()
    elif (party := _PARTY.match(text, end)) and _review().match(text, party.end()):
        fields["title"], end = text[: party.end()], party.end()
    return _with_review(text, fields, end)


def _with_review(text: str, fields: dict[str, str], end: int) -> Law:
    """The decision with the review that printed it: ", in Foro it., 2009, I, c. 120"."""
    if review := _review().match(text, end):
        fields["journaltitle"] = f"{review['journal']}{review['part'] or ''}"
        fields |= {"pages": review["page"]} if review["page"] else {}
        end = review.end()
        if comment := _COMMENT.match(text, end):
            end = comment.end()
    return Law("jurisdiction", fields, end, None)


def _spanish(text: str) -> Law | None:
    """Read "STC 12/1983, de 3 de marzo, FJ 2", "STS (Sala 1.ª), de 3 de mayo de 1990"."""
    found = re.compile(_courts("spanish_decisions").pattern + _SPANISH).match(text)
    if not found:
        return None
    date, short = read_full_date(text, found.end()), _WITHOUT_YEAR.match(text, found.end())
    if date:
        day, end = date.fields["date"], date.end
    elif short and found["year"] and (whole := read_full_date(f"{short['day']} de {found['year']}", 0)):
        day, end = whole.fields["date"], short.end()
    elif found["year"]:
        day, end = found["year"], found.end("number")
    else:
        return None
    fields = {"title": text[:end], "date": day} | ({"number": found["number"]} if found["number"] else {})
    if reference := _REPERTORY.match(text, end):
        end = reference.end()
    place = _SPANISH_PLACE.match(text, end)
    return Law("jurisdiction", fields, place.end() if place else end, place["at"] if place else None)


def _brazilian(text: str) -> Law | None:
    """Read "STF, RE 123.456/SP, Rel. Min. Lobo, j. 12.3.1998"."""
    found = re.compile(_courts("brazilian_courts").pattern + _BRAZILIAN.pattern).match(text)
    if not found:
        return None
    date = read_full_date(text, found.end())
    fields = {"title": f"{found['court']}, {found['case']}", "number": found["number"]}
    fields |= {"date": date.fields["date"]} if date else {}
    return Law("jurisdiction", fields, date.end if date else found.end(), None)

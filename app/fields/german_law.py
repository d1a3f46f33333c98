"""A citation of German decisions, statutes and parliamentary papers in, its fields out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from app.fields.dates import read_full_date
from app.fields.law_shapes import Law
from app.wordlists import alternatives, load_words

_PIN = (
    r"(?:(?:,\s(?!(?:1[89]|20)\d\d,)|\s\(|\sf?f?\.?,\s)"
    r"(?P<at>(?:(?:Rn|Rdn|Rdnr|Rz|Tz|S)\.?\s?)?\d+(?:\s?[-–]\s?\d+)?(?:\sff?\.)?(?:,\s\d+(?:\sff?\.)?(?!\s?[A-Z]))*)\)?)?"
)
_JUDGMENT = r"(?:Urteil|Urt\.|Beschluss|Beschluß|Beschl\.|Entscheidung|Entsch\.|Gutachten)\s(?:vom|v\.)\s"
_ACT = re.compile(
    r"(?P<title>(?:[A-ZÄÖÜ][\w-]*(?:gesetz|verordnung|ordnung|vertrag)|Gesetz|Verordnung|Bekanntmachung|Erlaß|Erlass|Staatsvertrag)\b"
    r"(?:\s\([A-ZÄÖÜ][\w /-]*\))?[^,;.()]{0,160}?)\s(?:vom|v\.)\s(?=\d)"
)
_GAZETTE = re.compile(
    r",\s(?P<gazette>(?:RGBl|BGBl|GBl|GVBl|GVOBl|GS|PrGS|Gesetzsammlung|Reichsgesetzblatt|Bundesgesetzblatt)\b\.?)"
    r"(?:\s(?P<part>I{1,3}))?(?:\s(?P<year>(?:18|19|20)\d\d))?(?:,?\s(?:S\.\s)?(?P<page>\d+)(?:\sff?\.)?)?"
)
# "BGH NJW 1976, 712 – Gemüseblatt": the name by which lawyers know the case.
_CATCHWORD = re.compile(r"\s[–-]\s[„\"]?[A-ZÄÖÜ][\w-]+(?:\s[\w-]+){0,3}[“\"]?(?=[.;]|$)")
_OF_GAZETTE = re.compile(
    r"(?P<title>(?P<gazette>(?:RGBl|BGBl|GBl|GVBl|GVOBl|GS|PrGS)\b\.?)(?:\s(?P<part>I{1,3}))?)(?:\s(?P<year>(?:18|19|20)\d\d))"
    r"(?:\s(?P<behind>I{1,3}))?,?\s(?:S\.\s)?(?P<page>\d+)(?:\sff?\.)?"
)
_CASE_NUMBER = re.compile(r"\s?[,–-]\s(?P<number>(?:Az\.:?\s)?[^,;.()]*?\d+/\d+)")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = load_words("law_reports")
    courts, local = alternatives(lists["german_courts"]), alternatives(lists["german_local_courts"])
    court = rf"(?P<court>(?:{courts})|(?:{local})\s[A-ZÄÖÜ][\w./-]*(?:\sa\.\s?M\.)?)"
    review = rf"(?P<journal>{alternatives(lists['german_reviews'])})"
    named = r"(?P<journal>[A-Z][A-Za-zÄÖÜäöü&-]{1,12}\.?)"
    page = rf"\s(?P<year>(?:18|19|20)\d\d),\s(?:S\.\s)?(?P<page>\d+){_PIN}"
    again = rf"(?:\s?=\s?(?:{alternatives(lists['german_reviews'])})[^;.]{{4,30}})?"
    collections = alternatives(lists["german_collections"])
    papers = alternatives(lists["german_papers"])
    paper = (
        rf"(?P<title>(?P<name>{papers})\s(?P<number>(?:[IVX]+/)?\d+(?:/\d+)?))"
        r"(?:,\s(?P<at>S\.\s?\d+(?:\s?[-–]\s?\d+)?(?:\sff?\.)?))?"
    )
    return {
        "reports": re.compile(rf"(?P<journal>{collections})\s(?P<volume>\d+),\s(?P<page>\d+){_PIN}{again}"),
        "collected": re.compile(
            rf",\s(?:in:\s)?(?P<journal>{collections})\s(?P<volume>\d+),\s(?P<page>\d+){_PIN}{again}"
        ),
        "judgment": re.compile(rf"{court}[,:]?\s{_JUDGMENT}"),
        "review": re.compile(rf"{court},?\s{review}{page}"),
        "cited": re.compile(rf"(?:,\s|\s?=\s?)(?:in:\s)?{named}{page}"),
        "paper": re.compile(paper),
        "titled paper": re.compile(
            r"(?P<own>(?:Entwurf|Gesetzentwurf|Regierungsentwurf|Begründung|Bericht|Beschlussempfehlung|Antrag|Antwort"
            rf"|Stellungnahme|(?:Große|Kleine)\sAnfrage|Unterrichtung|Denkschrift)\b[^;]{{3,220}}?),\s{paper}"
        ),
        "european": re.compile(
            r"(?P<court>EuGH|EuG)(?:,\s(?:Urteil|Urt\.|Beschl\.)\s(?:vom|v\.)\s(?P<day>[^,]{8,22}))?,\s(?:verb\.\s)?Rs\."
            r"\s(?P<number>[CT]?-?\s?\d+/\d+)(?:\s\((?P<name>[^()]+)\))?,\s"
            rf"Slg\.\s(?P<year>\d{{4}}),\s(?P<page>(?:I|II)-\d+|\d+){_PIN}"
        ),
    }


def read_german_law(text: str) -> Law | None:
    """Read "BGHZ 12, 34 (40)", "BGH NJW 1999, 1234", "BGH, Urt. v. 3.5.1999", "BT-Drs. 14/6040, S. 134"."""
    for reader in (_report, _paper, _gazette, _european, _judgment, _in_review, _act):
        if found := reader(text):
            named = _CATCHWORD.match(text, found.end)
            return replace(found, end=named.end()) if named and found.entrytype == "jurisdiction" else found
    return None


def _report(text: str) -> Law | None:
    found = _patterns()["reports"].match(text)
    if not found:
        return None
    title = f"{found['journal']} {found['volume']}, {found['page']}"
    fields = {"title": title, "journaltitle": found["journal"], "volume": found["volume"], "pages": found["page"]}
    return Law("jurisdiction", fields, found.end(), _tidy(found["at"]))


def _paper(text: str) -> Law | None:
    found = _patterns()["paper"].match(text)
    named = None if found else _patterns()["titled paper"].match(text)
    if named:
        fields = {"title": named["own"].strip(), "number": named["title"]}
    elif found:
        fields = {"title": found["title"], "number": found["number"]}
    else:
        return None
    found = found or named
    locator = re.sub(r"^S\.\s?", "", found["at"]) if found and found["at"] else None
    return Law("report", fields, found.end() if found else 0, locator)


def _gazette(text: str) -> Law | None:
    """A page of a gazette of laws: "BGBl. I 2001, S. 3138"."""
    found = _OF_GAZETTE.match(text)
    if not found:
        return None
    part = found["part"] or found["behind"]
    name = f"{found['gazette']} {part}" if part else found["gazette"]
    fields = {"title": name, "journaltitle": name, "date": found["year"], "pages": found["page"]}
    return Law("legislation", fields, found.end(), None)


def _european(text: str) -> Law | None:
    found = _patterns()["european"].match(text)
    if not found:
        return None
    day = read_full_date(found["day"], 0) if found["day"] else None
    values = {"title": found["name"] or f"Rs. {found['number']}", "institution": found["court"]}
    values |= {"number": found["number"], "journaltitle": "Slg.", "pages": found["page"]}
    values["date"] = day.fields["date"] if day else found["year"]
    return Law("jurisdiction", {k: v for k, v in values.items() if v}, found.end(), _tidy(found["at"]))


def _judgment(text: str) -> Law | None:
    found = _patterns()["judgment"].match(text)
    date = read_full_date(text, found.end()) if found else None
    if not found or not date:
        return None
    values = {"title": text[: date.end], "institution": found["court"], "date": date.fields["date"]}
    end = date.end
    if number := _CASE_NUMBER.match(text, end):
        values["number"], end = number["number"], number.end()
    review = _patterns()["collected"].match(text, end) or _patterns()["cited"].match(text, end)
    if review:
        values |= {"journaltitle": review["journal"], "pages": review["page"]}
        values |= {"volume": review["volume"]} if "volume" in review.groupdict() else {}
    locator = _tidy(review["at"]) if review else None
    return Law("jurisdiction", values, review.end() if review else end, locator)


def _in_review(text: str) -> Law | None:
    found = _patterns()["review"].match(text)
    if not found:
        return None
    title = f"{found['court']} {found['journal']} {found['year']}, {found['page']}"
    fields = {"title": title, "institution": found["court"], "journaltitle": found["journal"]}
    fields |= {"date": found["year"], "pages": found["page"]}
    return Law("jurisdiction", fields, found.end(), _tidy(found["at"]))


def _act(text: str) -> Law | None:
    found = _ACT.match(text)
    date = read_full_date(text, found.end()) if found else None
    if not found or not date:
        return None
    fields = {"title": found["title"], "date": date.fields["date"]}
    gazette = _GAZETTE.match(text, date.end)
    if not gazette:
        return Law("legislation", fields, date.end, None) if "(= " not in text[: date.end] else None
    fields["journaltitle"] = " ".join(part for part in (gazette["gazette"], gazette["part"]) if part)
    fields |= {"pages": gazette["page"]} if gazette["page"] else {}
    return Law("legislation", fields, gazette.end(), None)


def _tidy(pin: str | None) -> str | None:
    return re.sub(r"^S\.\s?", "", pin.strip()) if pin else None

"""A line of an article's head in, the journal, volume, number, pages, date and DOI printed in it out."""

from __future__ import annotations

import re
from functools import cache

from app.wordlists import alternatives, load_words

_DASH = r"\s*[-‐–—]+\s*"
_VOLUME = re.compile(
    r"\b(?:volume|vol|bd|band|tome|tomo|jg|jahrgang)\b\.?\s*(?P<volume>\d+(?:[-–/]\d+)?|[IVXLC]+)\b(?:\s?\((?P<issue>\d{1,3})\))?|"
    r"\b(?P<year_of>\d+)\s*e année",
    re.I,
)
_NUMBER = re.compile(
    r"(?:\b(?:issue|number|no|nos|nr|iss|heft|numéro|núm|num|fasc)\b\.?|\b[nh]\.|n[°º])\s*(?P<number>\d+[a-z]?(?:\s?[-–/]\s?\d+)?)\b",
    re.I,
)
_PAGES = re.compile(
    rf"(?:\b(?:pages?|pp?|s|seiten?|págs?)\b\.?)\s*(?P<first>[a-z]?\d+){_DASH}(?P<last>[a-z]?\d+)\b", re.I
)
_LAST_RANGE = re.compile(rf"[,:;)]\s*(?P<first>[a-z]?\d+){_DASH}(?P<last>[a-z]?\d+)\.?$", re.I)
_YEAR = re.compile(r"(?<![\d/-])(?P<year>1[6-9]\d\d|20\d\d)(?![\d-]*\d)")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>\[\]]+", re.I)
# A line that gives nothing but the extent: "Pages 362-384 | Published online", "ISSN 0263-323X, pp. 71-84".
_PAGES_LINE = re.compile(r"^(?:issn:?\s*[\dxX-]{9},?\s*)?(?:pages?|pp?\.|s\.)\s*\d", re.I)
# "14 Atl. Rev. Prop. L. 201 (2011)", as law reviews cite themselves.
_LAW_REVIEW = re.compile(
    r"^(?P<volume>\d{1,3})\s+(?P<journal>[A-Z][^\d]{4,80}?)\s+(?P<first>\d{1,4})\s+\((?P<year>\d{4})\)$"
)
# "(2016) 12 Paisley Law Journal 33", as OSCOLA has it.
_OSCOLA = re.compile(
    r"^\((?P<year>\d{4})\)\s+(?P<volume>\d{1,3})(?:\((?P<number>\d{1,3})\))?\s+(?P<journal>[A-Z][^\d]{1,80}?)\s+(?P<first>\d{1,4})"
    rf"(?:{_DASH}(?P<last>\d{{1,4}}))?$"
)
# "Roy Jeanne. La glace. In: Annales du froid. 62e année ...", as Persée cites its articles.
_PERSEE = re.compile(
    r"^(?P<last>[^\W\d][\w’'-]+) (?P<given>[^\d.]{2,40})\. (?P<title>.{5,250}?)\. In\s?: (?P<rest>.+)$"
)
# "Soziale Welt 10/2013": the issue and its year.
_ISSUE_OF_YEAR = re.compile(
    r"^(?P<journal>[^\d]{4,120}?),?\s+(?P<number>\d{1,2}(?:[-–]\d{1,2})?)\s?/\s?(?P<year>(?:19|20)\d\d)\b"
)
# "The Historical Journal, 39, 4 (1996), pp. 935-958"; "Past and Present 12 (1999): 3-30"; "Journal 12(3), 1999, 3-30".
_COMPACT = re.compile(
    r"^(?P<journal>[A-ZÀ-Þ][^\d]{3,120}?),?\s+(?P<volume>\d{1,4}|[IVXLC]{1,7})"
    r"(?:\s?\(\s?(?P<n1>\d{1,3}(?:[-–/]\d{1,3})?)\)|(?:[.:/]|,\s?)(?P<n2>\d{1,3}(?:[-–/]\d{1,3})?)(?=[\s,(]))?"
    r",?\s*[(,;]\s?(?:(?P<month>[^\W\d]{3,9})\.?,?\s)?(?P<year>1[6-9]\d\d|20\d\d)\)?"
    rf"(?:\s?[,:;.]\s?(?:(?:pp?|S|págs?)\.?\s?|pages\s)?(?P<first>[a-z]?\d+){_DASH}(?P<last>[a-z]?\d+))?",
)
# "53/1 | 2012", as OpenEdition prints volume, number and year.
_NUMBER_AND_YEAR = re.compile(r"^(?P<volume>\d{1,3})\s?[/-]\s?(?P<number>\d{1,3})\s*\|\s*(?P<year>\d{4})$")
_COPYRIGHT_ON = re.compile(r"(?<=\S)\s*©")
_LAST_NUMBER = re.compile(r"^(?P<journal>.*[^\W\d].*?),?\s+(?P<volume>\d{1,4})(?:\s*\(\d{4}\))?$")
_LEAD = re.compile(
    r"^(?:source|journal|published in|in|from|this article appears in|originally published in)\s*:\s*", re.I
)


def read_imprint(line: str) -> dict[str, str]:
    """The fields printed in one line; empty where the line is no imprint.

    Example: "Journal of Law and Society, Volume 25, Number 1, 1998, pp. 71–84" gives journaltitle, volume, number,
    date and pages "71--84".
    """
    line = " ".join(line.split())
    if match := _NUMBER_AND_YEAR.match(line):
        return {"volume": match["volume"], "number": match["number"], "date": match["year"]}
    line = _LEAD.sub("", _COPYRIGHT_ON.split(line)[0].split(" | ")[0].strip(" ,;"))
    if match := _PERSEE.match(line):
        named = {"author": f"{match['last']}, {match['given']}", "title": match["title"]}
        return named | read_imprint(match["rest"])
    if match := _LAW_REVIEW.match(line) or _OSCOLA.match(line):
        return _law(match.groupdict())
    if match := _ISSUE_OF_YEAR.match(line):
        found = {"journaltitle": match["journal"], "number": match["number"], "date": match["year"]}
        return found | _pages(line)
    volume, number = _VOLUME.search(line), _NUMBER.search(line)
    if volume or (number and (_PAGES.search(line) or _YEAR.search(line))):
        return _labelled(line, volume, number)
    if _PAGES_LINE.match(line):
        return _pages(line)
    if (match := _COMPACT.match(line)) and (match["first"] or match["n1"] or match["n2"]):
        return _compact(match)
    return {}


def _labelled(line: str, volume: re.Match[str] | None, number: re.Match[str] | None) -> dict[str, str]:
    """An imprint that says "volume" or "no."."""
    found: dict[str, str] = {}
    if volume:
        found["volume"] = volume["volume"] or volume["year_of"]
    if volume and volume["issue"]:
        found["number"] = volume["issue"]
    elif number:
        found["number"] = " ".join(number["number"].split())
    begin = min(match.start() for match in (volume, number) if match)
    journal = _YEAR.sub("", line[:begin]).strip(" ,;:([–—-•·").removesuffix(".")
    if "volume" not in found and (match := _LAST_NUMBER.match(line[:begin].strip(" ,;:"))):
        # "Slavic Review 67, no. 3": the number before the issue is the volume.
        found["volume"], journal = match["volume"], match["journal"]
    if re.search(r"[^\W\d]{3}", journal) and len(journal) < 120:
        found["journaltitle"] = journal
    if date := read_date(line):
        found["date"] = date
    return found | _pages(line)


def _law(parts: dict[str, str | None]) -> dict[str, str]:
    """The fields of a citation in the manner of lawyers."""
    first, last = parts["first"] or "", parts.get("last")
    named = {"volume": parts["volume"], "number": parts.get("number"), "date": parts["year"]}
    found = {"journaltitle": parts["journal"], **named, "pages": f"{first}--{last}" if last else first}
    return {name: value for name, value in found.items() if value}


def _compact(match: re.Match[str]) -> dict[str, str]:
    month = _month_numbers().get((match["month"] or "").casefold())
    found = {
        "journaltitle": match["journal"].strip(" ,"),
        "volume": match["volume"],
        "number": match["n1"] or match["n2"] or "",
        "date": f"{match['year']}-{month:02d}" if month else match["year"],
    }
    if match["first"]:
        found["pages"] = f"{match['first']}--{match['last']}"
    return {name: value for name, value in found.items() if value}


def _pages(line: str) -> dict[str, str]:
    match = _PAGES.search(line) or _LAST_RANGE.search(line)
    return {"pages": f"{match['first']}--{match['last']}"} if match else {}


def read_date(line: str) -> str:
    """The year printed in a line, with a month that stands before it: "1998", "2005-04"; "" where there is none."""
    match = _YEAR.search(line)
    if match is None:
        return ""
    if found := _month_before().search(line[: match.start()]):
        return f"{match['year']}-{_month_numbers()[found[1].casefold()]:02d}"
    return match["year"]


def read_doi(line: str) -> str:
    """The DOI in a line, without the stop or bracket after it; "" where there is none."""
    match = _DOI.search(line)
    if match is None:
        return ""
    doi = match[0].rstrip(".,;:'’”\"")
    while doi.endswith((")", "]")) and doi.count("(") + doi.count("[") < doi.count(")") + doi.count("]"):
        doi = doi[:-1].rstrip(".,;")
    return doi


@cache
def _month_numbers() -> dict[str, int]:
    months: dict[str, list[str]] = load_words("months")["months"]
    return {name.casefold(): int(number) for number, names in months.items() for name in names}


@cache
def _month_before() -> re.Pattern[str]:
    """A month at the end of what stands before a year; the first of two ("May/June") is the issue's."""
    names = alternatives(_month_numbers())
    return re.compile(rf"\b({names})\.?,?(?:\s?[/–-]\s?(?:{names})\.?)?,?\s*(?:\d{{1,2}},\s*)?$", re.I)

"""A line of an article's head in, the journal, volume, number, pages, date and DOI printed in it out."""

from __future__ import annotations

import re
from functools import cache

from app.wordlists import alternatives, load_words

_DASH = r"\s*[-‐–—]+\s*"
_VOLUME = re.compile(
    r"\b(?:(?:volume|vol|bd|band|tome|tomo|jg|jahrgang|anno|año|ano|tom)\b\.?\s*|(?:volume|vol)\.?(?=\d)|[tva]\.\s?)"
    r"(?P<volume>\d+(?:[-–/]\d+)?|[IVXLC]+)\b(?:\s?\((?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)\))?|"
    r"\b(?P<year_of>\d+)(?:\s*e année|\.\s?(?:Jg\b|Jahrgang))",
    re.I,
)
_NUMBER = re.compile(
    r"(?:\b(?:issue|number|no|nos|nr|iss|heft|numéro|número|numero|núm|num|fasc)(?:\b\.?|(?=\d))|\b[nh]\.[°ºo]?|n[°º])"
    r"\s*(?P<number>\d+[a-z]?(?:\s?[-–/]\s?\d+)?)\b",
    re.I,
)
_PAGES = re.compile(
    rf"(?:\b(?:page range:|pages?|pp?|s|seiten?|págs?|páginas|pagine)\b\.?)\s*"
    rf"(?P<first>[a-z]?\d+)(?:{_DASH}|\s?[àa]\s?)(?P<last>[a-z]?\d+)\b",
    re.I,
)
_LAST_RANGE = re.compile(rf"[,:;)]\s*(?P<first>[a-z]?\d+){_DASH}(?P<last>[a-z]?\d+)\.?$", re.I)
_YEAR = re.compile(r"(?<![\d/-])(?P<year>1[6-9]\d\d|20\d\d)(?![\d-]*\d)")
_YEAR_AND_PART = re.compile(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)[-/][1-9]\b(?![-/\d])")  # "2010-3", as Cairn has it
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>\[\]]+", re.I)
_GLUED = re.compile(r"(?:Citations?|Published|PDF|Copyright|Accepted|Received).*$")
# A line that gives nothing but the extent: "Pages 362-384 | Published online", "ISSN 0263-323X, pp. 71-84".
_PAGES_LINE = re.compile(r"^(?:issn:?\s*[\dxX-]{9},?\s*)?(?:page range:|pages?|pp?\.|s\.)\s*\d", re.I)
# "14 Atl. Rev. Prop. L. 201 (2011)", as law reviews cite themselves.
_LAW_REVIEW = re.compile(
    r"^(?P<volume>\d{1,3})\s+(?P<journal>[A-Z][^\d]{4,80}?)\s+(?P<first>\d{1,4})\s+\((?P<year>\d{4})\)$"
)
# "101 Journal of Port History 7 (2013)", a running head whose first number is the page's: no law review is called so.
_RUNNING = re.compile(
    r"^\d{1,4}\s+(?P<journal>(?!.*\b(?:Law|Legal|L|J)\b)[A-Z][^\d.,]{4,80}?),?\s+(?P<volume>\d{1,3})\s+\((?P<year>(?:1[89]|20)\d\d)\)$"
)
# "(2016) 12 Paisley Law Journal 33", as OSCOLA has it.
_OSCOLA = re.compile(
    r"^\((?P<year>\d{4})\)\s+(?P<volume>\d{1,3})(?:\((?P<number>\d{1,3})\))?\s+(?P<journal>[A-Z][^\d]{1,80}?)\s+(?P<first>\d{1,4})"
    rf"(?:{_DASH}(?P<last>\d{{1,4}}))?$"
)
# "J Port Hist 48, 589–624 (2015)", as Springer has it; with pages behind the year the range is a double issue.
_SPRINGER = re.compile(
    rf"^(?P<journal>[A-ZÀ-Þ][^\d]{{3,120}}?),?\s(?P<volume>\d{{1,4}})(?:\s?\((?P<number>\d{{1,3}}(?:[-–/]\d{{1,3}})?)\))?,\s"
    rf"(?P<first>\d+){_DASH}(?P<last>\d+)\s\((?P<year>\d{{4}})\)(?!,?\s?(?:pp?\.|S\.|\d))"
)
# "LIX: 201-238, 2012": volume, pages and year below the journal's name.
_VOLUME_LINE = re.compile(
    rf"^(?P<volume>\d{{1,4}}|[IVXLC]{{1,7}})\s?:\s?(?P<first>\d+){_DASH}(?P<last>\d+),?\s\(?(?P<year>(?:1[89]|20)\d\d)\)?$"
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
    r"^(?P<journal>[A-ZÀ-Þ][^\d]{3,120}?),?\s+(?P<volume>\d{1,4}|[IVXLC]{1,7}|[ivxlc]{1,7}(?=,\s\d))"
    r"(?:\s?\(\s?(?P<n1>\d{1,3}(?:[-–/]\d{1,3})?)\)|(?:[.:/]\s?|,\s?)(?P<n2>\d{1,3}(?:[-–/]\d{1,3})?)(?=[\s,(]))?"
    r",?\s*[(,;]\s?(?:(?P<month>[^\W\d]{3,9})\.?,?\s)?(?P<year>1[6-9]\d\d|20\d\d)\)?"
    r"(?:,?\s(?P<n3>\d{1,2})(?=,\s?(?:pp?|S)\.))?"
    rf"(?:(?:\s?[,:;.]\s?|\s)(?:(?:pp?|S|págs?)\.?\s?|pages\s)?(?P<first>[a-z]?\d+){_DASH}(?P<last>[a-z]?\d+))?",
)
# "53/1 | 2012" and "48 | 2014", as OpenEdition prints volume, number and year; its own citation goes on with the pages.
_ISSUE_AND_YEAR = re.compile(
    rf"^(?:(?P<journal>[^|\[]{{3,120}}?)(?: \[[^\]]+\])?, )?(?:(?P<volume>\d{{1,3}})[/-])?(?P<number>\d{{1,4}})"
    rf"\s*\|\s*(?P<year>\d{{4}})"
    rf"(?:, (?:mis en ligne|online|[^\d]{{0,20}})?\s?(?P<first>\d+){_DASH}(?P<last>\d+))?"
)
# "2010/1 (n° 141), pages 347 à 361", "2008/2 n° 19", as Cairn does.
_CAIRN = re.compile(
    r"^(?:dans\s)?(?P<journal>[A-ZÀ-Þ][^\d]{3,120}?),?\s(?P<year>\d{4})/\d{1,2}(?:-\d)?\s\(?"
    r"(?:Vol\. (?P<volume>\d+)|[nN][°ºo]s?\s?(?P<number>\d+(?:-\d+)?))(?:\)|(?=[\s,.]|$))",
    re.I,
)
# "Legal Studies (2014) 34, pp. 112–139".
_YEAR_FIRST = re.compile(
    rf"^(?P<journal>[A-ZÀ-Þ][^\d(]{{3,120}}?)\s\((?P<year>\d{{4}})\),?\s(?P<volume>\d{{1,4}})"
    rf"(?:\s?\((?P<number>\d{{1,3}}(?:[-–/]\d{{1,3}})?)\))?[,:]?\s(?:pp?\.\s)?(?P<first>\d+)(?:{_DASH}(?P<last>\d+))?\.?$"
)
# "Journal of Ice Studies, 8:4, 362-384", "Journal of Ice Studies, 8(4), 362–384": the year stands elsewhere.
_WITHOUT_YEAR = re.compile(
    rf"^(?P<journal>[A-ZÀ-Þ][^\d]{{3,120}}?),?\s(?P<volume>\d{{1,4}})"
    rf"(?::(?P<n1>\d{{1,3}})|\s?\((?P<n2>\d{{1,3}}(?:[-–/]\d{{1,3}})?)\))?,\s(?:pp?\.\s)?(?P<first>\d+){_DASH}(?P<last>\d+)\b"
)
# "Eiszeitschrift 241 (1985)", alone on its line.
_YEAR_ONLY = re.compile(r"^(?P<journal>[A-ZÀ-Þ][^\d(]{3,80}?),?\s(?P<volume>\d{1,3})\s\((?P<year>(?:1[89]|20)\d\d)\)$")
_WHOLE_NUMBER = re.compile(r"(?<=[^\W\d]{3}),?\s\d{1,4}$")
_COPYRIGHT_ON = re.compile(r"(?<=\S)\s*©")
_LAST_NUMBER = re.compile(r"^(?P<journal>.*[^\W\d].*?),?\s+(?P<volume>(?!1[6-9]\d\d|20\d\d)\d{1,4})(?:\s*\(\d{4}\))?$")
_LEAD = re.compile(
    r"^(?:source|journal|published in|in|from|this article appears in|originally published in|volume/issue)\s*:\s*",
    re.I,
)


_WHOLE = (_RUNNING, _LAW_REVIEW, _OSCOLA, _SPRINGER, _VOLUME_LINE, _YEAR_FIRST, _CAIRN, _ISSUE_OF_YEAR)


def read_imprint(line: str) -> dict[str, str]:
    """The fields printed in one line; empty where the line is no imprint.

    Example: "Journal of Law and Society, Volume 25, Number 1, 1998, pp. 71–84" gives journaltitle, volume, number,
    date and pages "71--84".
    """
    line = " ".join(line.split())
    if match := _ISSUE_AND_YEAR.match(line):
        return _fields(match.groupdict())
    line = _LEAD.sub("", _COPYRIGHT_ON.split(line)[0].split(" | ")[0].strip(" ,;"))
    if match := _PERSEE.match(line):
        named = {"author": f"{match['last']}, {match['given']}", "title": match["title"]}
        return named | read_imprint(match["rest"])
    if match := next((match for form in _WHOLE if (match := form.match(line))), None):
        return _pages(line) | _fields(match.groupdict())
    volume, number = _VOLUME.search(line), _NUMBER.search(line)
    if volume or (number and (_PAGES.search(line) or _YEAR.search(line))):
        return _labelled(line, volume, number)
    if _PAGES_LINE.match(line):
        return _pages(line)
    if (match := _COMPACT.match(line)) and (match["first"] or match["n1"] or match["n2"]):
        return _compact(match)
    if match := _YEAR_ONLY.match(line):
        return _fields(match.groupdict())
    if match := _WITHOUT_YEAR.match(line):
        parts = match.groupdict() | {"number": match["n1"] or match["n2"], "year": None}
        if _YEAR.fullmatch(match["volume"]):  # "Juristenblatt 1985, 573–580": the year is the volume
            parts |= {"year": match["volume"], "volume": None}
        return _fields(parts)
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
    journal = _YEAR.sub("", line[:begin]).strip(" ,;:([–—-•·")
    journal = _month_at_end().sub("", journal).strip(" ,;:([–—-•·/").removesuffix(".")
    if volume:  # "QUADERNI STORICI 155 / a. LII, n. 2": the number since the first volume
        journal = _WHOLE_NUMBER.sub("", journal)
    if "volume" not in found and (match := _LAST_NUMBER.match(line[:begin].strip(" ,;:"))):
        # "Slavic Review 67, no. 3": the number before the issue is the volume.
        found["volume"], journal = match["volume"], match["journal"]
    if re.search(r"[^\W\d]{3}", journal) and len(journal) < 120:
        found["journaltitle"] = journal.strip("«»")
    if date := read_date(line):
        found["date"] = date
    return found | _pages(line)


def _fields(parts: dict[str, str | None]) -> dict[str, str]:
    """The fields of an imprint that is one expression."""
    first, last = parts.get("first") or "", parts.get("last")
    named = {"volume": parts.get("volume"), "number": parts.get("number"), "date": parts["year"]}
    journal = (parts.get("journal") or "").strip(" ,«»")
    found = {"journaltitle": journal, **named, "pages": f"{first}--{last}" if last else first}
    return {name: value for name, value in found.items() if value}


def _compact(match: re.Match[str]) -> dict[str, str]:
    month = _month_numbers().get((match["month"] or "").casefold())
    found = {
        "journaltitle": match["journal"].strip(" ,«»"),
        "volume": match["volume"],
        "number": match["n1"] or match["n2"] or match["n3"] or "",
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
    match = _YEAR.search(line) or _YEAR_AND_PART.search(line)
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
    doi = _GLUED.sub("", match[0]).rstrip(".,;:'’”\"")
    while doi.endswith((")", "]")) and doi.count("(") + doi.count("[") < doi.count(")") + doi.count("]"):
        doi = doi[:-1].rstrip(".,;")
    return doi


@cache
def _month_numbers() -> dict[str, int]:
    months: dict[str, list[str]] = load_words("months")["months"]
    return {name.casefold(): int(number) for number, names in months.items() for name in names}


@cache
def _month_at_end() -> re.Pattern[str]:
    """The month that stands between a journal's name and its year: "The Polar Journal , Jun., 2010"."""
    names = alternatives(_month_numbers())
    return re.compile(rf"[\s,]+(?:(?:{names})\.?\s?[-–/]\s?)?(?:{names})\.?,?$", re.I)


def read_month_line(line: str) -> str:
    """The date of a line that is nothing else, "March 1998", "Sep., 1969", "Summer 2003"; "" of any other line."""
    return read_date(line) if _month_line().fullmatch(line.strip()) else ""


@cache
def _month_line() -> re.Pattern[str]:
    names = alternatives([*_month_numbers(), "Spring", "Summer", "Autumn", "Fall", "Winter"])
    return re.compile(rf"\(?(?:{names})\.?,?(?:\s?[/–-]\s?(?:{names})\.?)?,?\s(?:19|20)\d\d\)?", re.I)


@cache
def _month_before() -> re.Pattern[str]:
    """A month at the end of what stands before a year; the first of two ("May/June") is the issue's."""
    names = alternatives(_month_numbers())
    return re.compile(rf"\b({names})\.?,?(?:\s?[/–-]\s?(?:{names})\.?)?,?\s*(?:\d{{1,2}},\s*)?$", re.I)

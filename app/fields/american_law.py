"""A citation of American official papers in, its fields out: orders, bills, hearings, committee prints.

The shapes are the Bluebook's (rules 13 and 14).
"""

from __future__ import annotations

import re

from app.fields.capitals import lower_capitals
from app.fields.dates import read_full_date
from app.fields.law_shapes import Law
from app.fields.names import format_people
from app.fields.ratings import rate_people

_A_NAME = 0.5
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_PAGES = rf"(?:{_NUMBER})(?:\s?[-–]\s?(?:{_NUMBER}))?"
_CONGRESS = r"\d{1,3}(?:st|nd|rd|th|d)\sCong(?:\.|ress)(?:,\s\d\w{1,2}\s[Ss]ess(?:\.|ion))?"
_YEAR = r"\((?P<day>[A-Z][a-z]+\.?\s\d{1,2},\s)?(?P<year>(?:1[789]|20)\d\d)\)"
# "Exec. Order No. 12,866, 58 Fed. Reg. 51,735, 51,736 (1993)", "Salt Standards, 65 Fed. Reg. 12,345 (Jan. 5, 2000)"
_REGISTER = re.compile(
    rf"(?P<title>(?:Exec(?:\.|utive)\sOrder|Proclamation)\sNo\.\s(?:{_NUMBER})|[A-Z][^()\[\]]{{4,200}}?),\s"
    rf"(?P<volume>\d+)\s(?P<journal>Fed\.\sReg\.|C\.\s?F\.\s?R\.)\s(?P<page>{_NUMBER})(?:,\s(?P<at>{_PAGES}))?\s{_YEAR}"
    r"(?:\s\((?:to\sbe\s)?codified[^()]*\))?"
)
_BILL = re.compile(
    rf"(?:(?P<title>[A-Z][^()]{{5,150}}?),\s)?(?P<number>(?:H\.\s?R\.|S\.|H\.\s?(?:R\.\s?)?J\.\s?Res\.|S\.\s?J\.\s?Res\.|[HS]\.\s?(?:Con\.\s?)?Res\.|H\.R\.\sRes\.)\s?\d+),\s"
    rf"{_CONGRESS}(?:\s(?P<at>§§?\s[\w()–-]+(?:,\s[\w()–-]+)*))?\s{_YEAR}"
)
_HEARING = re.compile(
    rf"(?P<title>[^()\[\]]{{4,240}}?:\s(?:Joint\s)?Hearings?\s[^()\[\]]{{5,240}}?|Hearings?\s[^()\[\]]{{5,240}}?),\s{_CONGRESS}(?:\s(?P<at>{_PAGES}))?\s{_YEAR}"
    r"(?:\s\((?:statement|testimony|prepared)[^()]*\))?"
)
_BODY_OF_CONGRESS = (
    r"(?P<author>U\.\s?S\.\s(?:Congress|Senate|House)(?:,\s(?:Senate|House|House\sof\sRepresentatives"
    r"|(?:(?:Joint|Select|Special)\s)?(?:Sub)?[Cc]ommittee\s(?:on|of)\s[^,]+))*)"
)
# "U.S. Congress, Senate, Committee on Salt, Documents on Brine, 1944–1961 (Washington, DC: Tern, 1961), 45"
_PRINTED_FOR_CONGRESS = re.compile(
    rf"{_BODY_OF_CONGRESS},\s(?P<title>[A-Z][^()]{{5,240}}?)\s\((?P<location>[A-Z][^:()]+):\s(?P<publisher>[^:()]+?),\s(?P<date>\d{{4}})\)(?:,\s(?P<at>{_PAGES}))?"
)
_OF_CONGRESS = re.compile(
    rf"(?:{_BODY_OF_CONGRESS},\s)?"
    rf"(?P<title>[A-Z][^()\[\]]{{5,240}}?),\s{_CONGRESS},?\s(?:(?P<year>(?:1[789]|20)\d\d)\b)?"
    r"(?:,?\s?\((?P<place>[A-Z][^:()]+):\s(?P<house>[^()]+?),\s(?P<year2>\d{4})\))?(?:,\s(?P<at>(?:pt\.\s\d+,\s)?(?:pp?\.\s)?\d+(?:[-–]\d+)?(?:,\s\d+(?:[-–]\d+)?(?=[,.;)]|$))*))?"
)
_PRINT = re.compile(
    rf"(?P<author>[^()\[\]:]{{5,200}}?),\s{_CONGRESS},\s(?P<title>[^()\[\]]{{5,300}}?)(?:\s(?P<at>{_PAGES}))?\s\((?:[\w.]+\s)?Comm\.\sPrint\s(?P<year>\d{{4}})\)"
)


# "62 Fed. Reg. 38,856 (July 18, 1997)", "140 CONG. REC. S1234 (daily ed. Feb. 3, 1994)": nothing but the place.
_PLACE_ONLY = re.compile(
    rf"(?P<title>(?P<volume>\d+)\s(?P<journal>Fed\.\sReg\.|FED\.\sREG\.|Cong\.\sRec\.|CONG\.\sREC\.)\s(?P<page>[SHED]?(?:{_NUMBER})))"
    r"(?:,\s(?P<at>[SHED]?\d[\d,]*\d?(?:[-–][SHED]?\d+)?))?\s\((?:daily\sed\.\s)?(?P<day>[A-Z][a-z]+\.?\s\d{1,2},\s)?(?P<year>(?:1[89]|20)\d\d)\)"
    r"(?:\s\((?:to\sbe\s|statement|remarks)[^()]*\))?"
)
# "Letter from Ann Marl, Salt Adm'r, to Tom Voss (Sept. 20, 2001) (on file with author)"
_SENT = re.compile(
    r"(?P<title>(?:Letter|Memorandum|Memo|E-?mail)\sfrom\s(?P<from>[A-Z][\w.’']*(?:\s[A-Z][\w.’']*){1,4}),\s[^()]{3,200}?,?\sto\s[^()]{3,200}?)\s"
    r"\((?P<day>[A-Z][a-z]+\.?\s\d{1,2},\s)(?P<year>(?:1[89]|20)\d\d)\)(?:\s\(on\sfile[^()]*\))?"
)
_RESTATEMENT = re.compile(
    r"(?P<title>(?i:restatement)(?:\s\((?i:second|third|first)\))?\s(?i:of)\s[A-Z][\w :,’'&]{3,60}?)\s"
    r"(?P<at>§§?\s[\w.–-]+(?:\scmt\.\s\w+)?)(?:\s\((?P<year>\d{4})\))?"
)
_RULES = re.compile(
    r"(?P<title>(?:FED|Fed)\.\sR\.\s(?:CIV|Civ|CRIM|Crim|APP|App|EVID|Evid|BANKR|Bankr)\.(?:\sP\.)?)\s(?P<at>\d+(?:\.\d+)?(?:\(\w+\))*)"
)
# "1 WILLIAM MARL, COMMENTARIES ON SALT *120": pages of the first edition.
_STARRED = re.compile(
    r"(?:(?P<volume>\d{1,2})\s)?(?P<people>[A-Z][^,*:;\d]{3,60}),\s(?P<title>[A-Z][^*();\d]{4,120}?),?\s(?P<at>\*\d+(?:[-–]\*?\d+)?)(?:\s\((?P<year>\d{4})\))?"
)


def read_american(text: str) -> Law | None:
    """Read what Congress and the President have printed: orders and rules, bills, hearings, committee prints."""
    return (
        _register(text)
        or _place_only(text)
        or _sent(text)
        or _restated(text)
        or _starred(text)
        or _bill(text)
        or _print(text)
        or _hearing(text)
        or _of_congress(text)
    )


def _place_only(text: str) -> Law | None:
    found = _PLACE_ONLY.match(text)
    if not found:
        return None
    fields = {"title": found["title"], "journaltitle": found["journal"], "volume": found["volume"]}
    return Law("legislation", fields | {"pages": found["page"], "date": _date(found)}, found.end(), found["at"])


def _sent(text: str) -> Law | None:
    found = _SENT.match(text)
    if not found:
        return None
    fields = {"author": format_people(found["from"]), "title": found["title"], "date": _date(found)}
    return Law("unpublished", fields, found.end(), None)


def _restated(text: str) -> Law | None:
    """Read "RESTATEMENT (SECOND) OF TORTS § 402A (1965)" and "FED. R. CIV. P. 12(b)(6)"."""
    if rule := _RULES.match(text):
        return Law("legislation", {"title": rule["title"]}, rule.end(), rule["at"])
    found = _RESTATEMENT.match(text)
    if not found:
        return None
    dated = {"date": found["year"]} if found["year"] else {}
    return Law("legislation", {"title": lower_capitals(found["title"])} | dated, found.end(), found["at"])


def _starred(text: str) -> Law | None:
    found = _STARRED.match(text)
    if not found or rate_people(found["people"]) < _A_NAME:
        return None
    values = {"author": format_people(found["people"]), "title": lower_capitals(found["title"])}
    values |= {"volume": found["volume"] or "", "date": found["year"] or ""}
    return Law("book", {name: value for name, value in values.items() if value}, found.end(), found["at"])


def _register(text: str) -> Law | None:
    found = _REGISTER.match(text)
    if not found:
        return None
    fields = {"title": found["title"], "journaltitle": found["journal"], "volume": found["volume"]}
    fields |= {"pages": found["page"], "date": _date(found)}
    return Law("legislation", fields, found.end(), found["at"])


def _bill(text: str) -> Law | None:
    found = _BILL.match(text)
    if not found:
        return None
    fields = {"title": found["title"] or found["number"], "number": found["number"], "date": _date(found)}
    return Law("legislation", fields, found.end(), found["at"])


def _hearing(text: str) -> Law | None:
    found = _HEARING.match(text)
    if not found or not re.search(r"\b(?:Before|before|[Cc]omm(?:ittee|\.)|[Ss]ubcomm)", found["title"]):
        return None
    return Law("report", {"title": found["title"], "date": _date(found)}, found.end(), found["at"])


def _of_congress(text: str) -> Law | None:
    """Chicago's manner: "U.S. Congress, Senate, Committee on Salt, Hearings, 82nd Cong., 1st sess., 1951, 345"."""
    found = _OF_CONGRESS.match(text)
    if not found:
        return _printed_for_congress(text)
    fields = {"title": found["title"], "date": found["year"] or found["year2"]}
    fields |= {"author": f"{{{found['author']}}}"} if found["author"] else {}
    fields |= {"location": found["place"], "publisher": found["house"]} if found["place"] else {}
    return Law("report", {name: value for name, value in fields.items() if value}, found.end(), found["at"])


def _printed_for_congress(text: str) -> Law | None:
    found = _PRINTED_FOR_CONGRESS.match(text)
    if not found:
        return None
    fields = {name: found[name] for name in ("title", "location", "publisher", "date")}
    return Law("book", {"author": f"{{{found['author']}}}"} | fields, found.end(), found["at"])


def _print(text: str) -> Law | None:
    found = _PRINT.match(text)
    if not found:
        return None
    fields = {"author": f"{{{found['author']}}}", "title": found["title"], "date": found["year"]}
    return Law("report", fields, found.end(), found["at"])


def _date(found: re.Match[str]) -> str:
    date = read_full_date(f"{found['day']}{found['year']}", 0) if found["day"] else None
    return date.fields["date"] if date else found["year"]

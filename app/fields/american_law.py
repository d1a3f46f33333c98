"""A citation of American official papers in, its fields out: orders, bills, hearings, committee prints.

The shapes are the Bluebook's (rules 13 and 14).
"""

from __future__ import annotations

import re

from app.fields.dates import read_full_date
from app.fields.law_shapes import Law

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
_OF_CONGRESS = re.compile(
    rf"(?:(?P<author>U\.\s?S\.\s(?:Congress|Senate|House)(?:,\s(?:Senate|House|House\sof\sRepresentatives|(?:Sub)?[Cc]ommittee\son\s[^,]+))*),\s)?"
    rf"(?P<title>[A-Z][^()\[\]]{{5,240}}?),\s{_CONGRESS},?\s(?:(?P<year>(?:1[789]|20)\d\d)\b)?"
    r"(?:,?\s?\((?P<place>[A-Z][^:()]+):\s(?P<house>[^()]+?),\s(?P<year2>\d{4})\))?(?:,\s(?P<at>(?:pt\.\s\d+,\s)?(?:pp?\.\s)?\d+(?:[-–]\d+)?))?"
)
_PRINT = re.compile(
    rf"(?P<author>[^()\[\]:]{{5,200}}?),\s{_CONGRESS},\s(?P<title>[^()\[\]]{{5,300}}?)(?:\s(?P<at>{_PAGES}))?\s\((?:[\w.]+\s)?Comm\.\sPrint\s(?P<year>\d{{4}})\)"
)


def read_american(text: str) -> Law | None:
    """Read what Congress and the President have printed: orders and rules, bills, hearings, committee prints."""
    return _register(text) or _bill(text) or _print(text) or _hearing(text) or _of_congress(text)


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
        return None
    fields = {"title": found["title"], "date": found["year"] or found["year2"]}
    fields |= {"author": f"{{{found['author']}}}"} if found["author"] else {}
    fields |= {"location": found["place"], "publisher": found["house"]} if found["place"] else {}
    return Law("report", {name: value for name, value in fields.items() if value}, found.end(), found["at"])


def _print(text: str) -> Law | None:
    found = _PRINT.match(text)
    if not found:
        return None
    fields = {"author": f"{{{found['author']}}}", "title": found["title"], "date": found["year"]}
    return Law("report", fields, found.end(), found["at"])


def _date(found: re.Match[str]) -> str:
    date = read_full_date(f"{found['day']}{found['year']}", 0) if found["day"] else None
    return date.fields["date"] if date else found["year"]

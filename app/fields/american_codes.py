"""A section of an American code, uniform act or constitution in, its fields out; the shapes are the Bluebook's.

A code is too large a book to be what is cited: the section is the work, and the place pointed at as well. Model and
uniform codes, which are cited as one book, and constitutions keep their name for a title.
"""

from __future__ import annotations

import re

from app.fields.capitals import lower_capitals
from app.fields.law_shapes import Law

_SECTION = (
    r"§§?\s?\w[\w.–-]*(?:\(\w{1,4}\))*(?:\s?[–-]\s?\w[\w.–-]*(?:\(\w{1,4}\))*)?(?:,\s\d[\w.–-]*(?:\(\w{1,4}\))*(?=[\s,;.)]|$)(?!\s[A-Z]))*"
    r"(?:\s(?:note|nt\.|et\sseq\.?)(?!\w))?"
)
# "(2000)", "(West 2003)", "(McKinney 2004 & Supp. 2006)", "(1994 & Supp. IV 1998)"
_YEAR = (
    r"(?:\s\((?:[A-Z][\w.’'&-]*(?:\s[A-Z&][\w.’'&-]*){0,3}\s)?"
    r"(?P<year>(?:1[89]|20)\d\d)(?:[–/-]\d{2,4})?(?:\s&\s[^()]{3,30})?\))?"
)
_FEDERAL_CODE = r"\d{1,2}\s(?:U\.\s?S\.\s?C\.(?:\s?[AS]\.)?|C\.\s?F\.\s?R\.)"
_NAMED = (
    r"(?P<name>(?:[A-Z][\w’'-]*(?:,?\s(?:of|and|for|on|the|in|to|&))*\s){1,10}?"
    r"(?:Act|Code|Law)s?(?:\sof\s(?:1[789]|20)\d\d)?)"
)
# "16 U.S.C. § 1531 (1988)", "Stored Salt Act, 18 U.S.C. §§ 2701–2713 (2018)",
# "Salt Act of 1934 § 10(b), 15 U.S.C. § 78j(b)"
_FEDERAL = re.compile(
    rf"(?:{_NAMED}(?:,?\s(?P<of_act>{_SECTION}))?,\s)?(?P<code>{_FEDERAL_CODE}|I\.\s?R\.\s?C\.)\s(?P<place>(?:pts?\.|ch\.)\s\d+|(?P<at>{_SECTION})){_YEAR}"
)
# "Cal. Civ. Code § 1798.80 (West 2003)", "MASS. GEN. LAWS ch. 93A, § 9 (2000)", "Del. Code Ann. tit. 8, § 102(b)(7)"
_STATE = re.compile(
    r"(?P<code>(?P<first>[A-Z][A-Za-z]*\.)(?:\s?(?:[A-Z][\w.’'-]*|&|of|and)){1,7})(?P<part>,?\s(?:tit|ch|art|c)\.\s\w+,)?"
    rf"\s(?P<at>{_SECTION}){_YEAR}"
)
_CODE_WORD = re.compile(r"(?i)\b(?:code|laws?|stat(?:s|utes)?|rev|comp|gen|ann)\b\.?(?:\sann\b\.?)?$")
# "U.C.C. § 2-207 (2022)", "MODEL PENAL CODE § 2.02 (1962)", "UNIF. PROBATE CODE § 2-101 (amended 1993)"
_MODEL = re.compile(
    r"(?P<code>U\.\s?C\.\s?C\.|(?i:model|unif(?:orm|\.))\s(?:[A-Z][\w.’'-]*\s|(?:of|and|for|on|&)\s){1,7}?(?i:code|act|law|rules?))"
    rf"\s(?P<at>{_SECTION}(?:\scmt\.\s\w+)?)(?:\s\((?:[a-z][\w.]*\s|[A-Z][\w. ]*?\s)?(?P<year>\d{{4}})\))?"
)
_CONSTITUTION = re.compile(
    r"(?P<code>(?:U\.\s?S\.|[A-Z][A-Za-z]*\.(?:\s?[A-Z][A-Za-z]*\.)?)\s(?:CONST|Const)\.)\s(?P<at>(?:amends?|arts?|pmbl)\.(?:\s[IVXL\d]+(?:,\s(?:§§?|cl\.)\s?\d+)*)?)"
)


def read_american_code(text: str) -> Law | None:
    """Read a section of a code or a place in a constitution.

    Example:
        "15 U.S.C. § 1125(a) (2000)" has the title "15 U.S.C. § 1125(a)" and the locator "§ 1125(a)".
    """
    if constitution := _CONSTITUTION.match(text):
        return Law("legislation", {"title": constitution["code"]}, constitution.end(), constitution["at"])
    return _federal(text) or _model(text) or _state(text)


def _federal(text: str) -> Law | None:
    found = _FEDERAL.match(text)
    if not found:
        return None
    section = text[found.start("code") : found.end("place")]
    if found["name"]:
        return _law({"title": found["name"], "number": section, "date": found["year"]}, found, found["of_act"])
    return _law({"title": section, "date": found["year"]}, found, found["at"])


def _model(text: str) -> Law | None:
    found = _MODEL.match(text)
    return _law({"title": lower_capitals(found["code"]), "date": found["year"]}, found, found["at"]) if found else None


def _state(text: str) -> Law | None:
    found = _STATE.match(text)
    if not found or not _CODE_WORD.search(found["code"]):
        return None
    return _law({"title": text[: found.end("at")], "date": found["year"]}, found, found["at"])


def _law(fields: dict[str, str | None], found: re.Match[str], at: str | None) -> Law:
    return Law("legislation", {name: value for name, value in fields.items() if value}, found.end(), at)

"""A citation of a law, a case, a treaty or a debate in, its fields out; these have no author and shapes of their own.

The shapes are OSCOLA's (cases, Acts, Hansard, treaties) and the Bluebook's (reporters, public laws).

A case is `jurisdiction`: its name is the title, the reporter stands in `journaltitle` with its `volume`, the report's
first page in `pages`. biblatex's own data model knows no `reporter`, and a volume without the series it belongs to
would lead nobody to it.
"""

from __future__ import annotations

import re

from app.fields.american_codes import read_american_code
from app.fields.american_law import read_american
from app.fields.dates import read_full_date
from app.fields.french_law import read_french_law
from app.fields.german_commentaries import read_german_commentary
from app.fields.german_law import read_german_law
from app.fields.identifiers import read_accessed, read_address
from app.fields.international_law import read_international
from app.fields.law_shapes import Law
from app.fields.romance_law import read_romance_law
from app.fields.statutes import read_statute

_SMALL = r"of|the|and|for|ex|parte|p\.|de|la|du|&"
_PARTY = (
    rf"(?:[A-ZÀ-ÞĀ-Ž][\w.’'&()-]*|{_SMALL})"
    rf"(?:,?\s(?:\([^()]{{3,60}}\)|[A-ZÀ-ÞĀ-Ž(][\w.’'&()-]*|{_SMALL}|Inc\.|Co\.)){{0,9}}?"
)
_REPORTER = r"(?P<reporter>[A-Z][\w.]*(?:\s?(?:\d{1,2}(?=\s[A-Z])|[A-Z][\w.’']*|\d[a-z]{1,2}\b|\([A-Z]\w+\))){0,4})"
_AT = r"(?:,?\s(?:at\s)?(?P<at>(?:paras?\.?\s?|pp?\.\s?|\[)?\d+(?:[,–-]\d+)*\]?))?"
_CASE = re.compile(
    rf"(?:Case\s(?P<number>[CT]-\d+/\d+)\s)?(?P<title>(?:{_PARTY}\s(?:v\.?|vs\.?)\s{_PARTY}|(?:In\sre|Re|Ex\sparte)\s{_PARTY}))(?:,?\s|\s)"
    rf"(?:[(\[](?P<year>\d{{4}})[)\]],?\s(?:(?P<volume>\d+)\s)?{_REPORTER}(?:\s(?P<page>[IVX]+-\d+|\d+)(?!\s[A-Z]))(?:\s\([A-Z]\w*(?:\s[A-Z]\w*)*\))?{_AT}"
    r"|(?P<volume2>\d+)\s(?P<reporter2>[A-Z][\w.]*(?:\s?(?:[A-Z][\w.’']*|\d[a-z]{1,2}\.?)){0,4}"
    r"(?:\s\(\d+\s[A-Z][a-z]+\.?\))?)\s(?P<page2>\d+)(?:,\s(?P<at2>\d+[\d–-]*(?:,\s\d+[\d–-]*(?!\s[A-Z]))*(?:\s(?:&\s)?nn?\.\s?[\d–-]+)?))?"
    r"(?:,\s\d+\s[A-Z][\w.]*(?:\s(?:[A-Z][\w.]*|\d[a-z]{1,2})){0,3}\s\d+(?:,\s\d+[\d–-]*)?)*"
    r"\s\((?:[\w. ]+?,?\s)?(?P<year2>\d{4})\))"
    r"(?:\s\((?:plurality|en\sbanc|per\scuriam|mem|dictum|alteration|internal|[A-Z]\w+,\s(?:C\.)?J\.)[^()]*\))?"
)
_NEUTRAL = re.compile(
    rf"(?P<title>{_PARTY}\sv\.?\s{_PARTY})\s\[(?P<year>\d{{4}})\]\s(?P<number>(?:UKSC|UKHL|EWCA\s\w+|EWHC|UKPC|HCA|SCC|IESC|ECLI\S*)\s\d+(?:\s\(\w+\))?)"
    r"(?:,\s\[\d{4}\]\s(?:\d+\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}\s\d+)?(?:,?\s(?:at\s)?(?P<at>(?:paras?\.?\s)?\[\d+\](?:[–-]\[\d+\])?))?"
)
_STATUTE = re.compile(
    r"(?P<title>(?:The\s)?(?:[A-Z][\w’'-]*|\([^()]{2,40}\)|of|and|the|for|to|in|&|,)"
    r"(?:,?\s(?:[A-Z][\w’'-]*|\([^()]{2,40}\)|of|and|the|for|to|in|&)){0,14}?"
    r"\s(?:Act|Code|Ordinance|Regulations|Order)(?:\s\([A-Z][\w ]+\))?,?\s(?:of\s)?(?P<year>1[2-9]\d\d|20\d\d))"
    r"(?:,\s(?P<number>(?:Pub\.\sL\.\s(?:No\.\s)?[\d–-]+|c\.\s?\d+|ch\.\s?\d+|SI\s\d{4}/\d+|P\.?L\.?\s[\d–-]+)))?(?:,\s\d+\sStat\.\s[\d–-]+)?(?:\s\(\d{4}\))?"
    r"(?:,?\s(?P<at>(?:ss?\.?|sec\.|section|sch\.?|art\.|§§?)\s?\d+[\w()–-]*))?"
)
_TREATY = re.compile(
    r"(?P<title>(?:[A-Z][\w’' -]*\s)?(?:Convention|Treaty|Covenant|Protocol|Charter|Agreement|Declaration)\b"
    r"[^()\[\];.]{0,120}?)\s"
    r"\((?:adopted|signed|opened\sfor\ssignature|concluded)\s(?P<date>[^,;()]+)(?:[,;][^()]*)?\)\s(?P<number>\d+\s[A-Z]+\s\d+)(?:,?\s(?P<at>arts?\.?\s?\d+[\w()]*))?"
)
_SIGNED = re.compile(
    r"(?P<title>(?:Convention|Treaty|Covenant|Protocol|Agreement|Declaration)\s(?:of|on|for|between|concerning|relating)\b"
    r"[^,;()]{5,120}),\s(?:(?P<place>[A-Z][\w .]+),\s)?(?=\d{1,2}\s[A-Z][a-z]+\s\d{4}|[A-Z][a-z]+\s\d{1,2},\s\d{4})"
)
_CONGRESSIONAL = re.compile(
    r"(?P<title>(?:S|H\.?\s?R|H)\.\s?(?:(?:CONF|Conf|EXEC|Exec)\.\s)?(?:REP|Rep|DOC|Doc)\.\s(?:NO|No)\.\s(?P<number>[\d–-]+))"
    r"(?:,\s(?:pt\.\s\d,\s)?at\s(?P<at>[\d–-]+))?\s\((?P<year>\d{4})\)"
)
_SERIES_NUMBER = re.compile(r",\s(?P<number>\d+\s[A-Z]{3,6}\s\d+)")
_REGNAL = re.compile(
    r"(?P<title>\d{1,2}(?:\s(?:&|and)\s\d{1,2})?\s(?:Geo|Will|Wm|Vict|Eliz|Hen|Edw|Car|Chas|Jac|Jas|Anne|Ann|Ric|Mary|Phil|W\.\s?(?:&|and)\s?M)\.?"
    r"(?:\s?(?:[IVX]+|\d)\b\.?)?(?:,?\sst(?:at)?\.\s?\d)?,?\s(?:c|cap|ch)\.\s?(?:\d+|[ivxlc]+))(?:,?\s(?P<at>(?:ss?|sec|cl)\.\s?\d+))?"
)
_UN_DOCUMENT = re.compile(
    r"(?:(?P<title>[A-Z][^()\[\]]{3,180}?),\s)?(?P<number>(?:UN|U\.N\.)\sDoc\.?\s[A-Z][\w/.-]*\d[\w/.-]*\w)"
    r"(?:,\s(?P<at>(?:paras?|p|pp)\.\s?\d+(?:[-–]\d+)?))?(?:\s\((?P<date>\d{1,2}\s[A-Z][a-z]+\s\d{4}|[A-Z][a-z]+\.?\s\d{1,2},\s\d{4})\)|\s\((?P<year>\d{4})\))?"
)
_DEBATE = re.compile(
    r"(?P<title>H\.?\s?[CL]\.?\s(?:Debs?\.?|Debates)|(?:Parl\.\sDeb\.|Hansard|Parliamentary\sDebates)(?:,?\s(?:Commons|Lords|House\sof\s(?:Commons|Lords)|H\.?[CL]\.?(?:\sDebs?\.?)?))?(?:,\s\d\w{2}\s(?:ser\.|series))?|Congressional\sRecord|Cong\.\sRec\.)[,\s(]+"
    r"(?P<rest>[^;]{4,90})"
)
# Brazilian notes put a country's laws under its name.
_COUNTRY = re.compile(r"(?P<country>BRASIL|PORTUGAL|ANGOLA|MOÇAMBIQUE|CABO VERDE)\.\s(?=[A-ZÀ-Þ])")
_DEBATE_PART = re.compile(r"[\s,()]*(?:vol\.?\s?(?P<volume>\d+)|(?P<at>(?:cols?\.?|cc?\.?|pp?\.)\s?\d+[\dWA–-]*))\)?")


def read_law(text: str) -> Law | None:
    """Read the case, statute, treaty or parliamentary debate that `text` begins with; None where it is none."""
    if country := _COUNTRY.match(text):
        law = read_law(text[country.end() :])
        fields = {"author": f"{{{country['country'].title()}}}"} | law.fields if law else {}
        return Law(law.entrytype, fields, country.end() + law.end, law.locator) if law else None
    for reader in (
        read_american_code,
        read_american,
        _congressional,
        _case,
        read_international,
        read_german_law,
        read_german_commentary,
        read_french_law,
        read_romance_law,
        _statute,
        _treaty,
        _signed,
        read_statute,
        _regnal,
        _united_nations,
        _debate,
    ):
        if found := reader(text):
            return _with_address(text, found)
    return None


def _case(text: str) -> Law | None:
    if neutral := _NEUTRAL.match(text):
        fields = {"title": neutral["title"], "date": neutral["year"], "number": neutral["number"]}
        return Law("jurisdiction", fields, neutral.end(), neutral["at"])
    found = _CASE.match(text)
    if not found:
        return None
    values = {
        "title": found["title"],
        "number": found["number"],
        "date": found["year"] or found["year2"],
        "volume": found["volume"] or found["volume2"],
        "journaltitle": found["reporter"] or found["reporter2"],
        "pages": found["page"] or found["page2"],
    }
    locator = found["at"] or found["at2"]
    return Law("jurisdiction", {k: v for k, v in values.items() if v}, found.end(), locator)


def _statute(text: str) -> Law | None:
    found = _STATUTE.match(text)
    if not found or not re.match(r"\s*(?:$|[.,;)]|\shttps?:)", text[found.end() :]):
        return None
    fields = {"title": found["title"], "date": found["year"]} | ({"number": found["number"]} if found["number"] else {})
    return Law("legislation", fields, found.end(), found["at"])


def _congressional(text: str) -> Law | None:
    """Read "S. REP. NO. 95-123, at 4 (1977)" and "H.R. Doc. No. 12-3 (1911)"."""
    found = _CONGRESSIONAL.match(text)
    if not found:
        return None
    fields = {"title": found["title"], "number": found["number"], "date": found["year"]}
    return Law("report", fields, found.end(), found["at"])


def _treaty(text: str) -> Law | None:
    found = _TREATY.match(text)
    if not found:
        return None
    date = read_full_date(found["date"], 0)
    fields = {"title": found["title"].strip(" ,"), "number": found["number"]} | (
        {"date": date.fields["date"]} if date else {}
    )
    return Law("legislation", fields, found.end(), found["at"])


def _signed(text: str) -> Law | None:
    """Read "Treaty of Friendship, Oslo, 8 September 1951, 136 UNTS 45"."""
    found = _SIGNED.match(text)
    date = read_full_date(text, found.end()) if found else None
    if not found or not date:
        return None
    number = _SERIES_NUMBER.match(text, date.end)
    values = {"title": found["title"], "date": date.fields["date"], "venue": found["place"]}
    values["number"] = number["number"] if number else None
    return Law("legislation", {k: v for k, v in values.items() if v}, number.end() if number else date.end, None)


def _debate(text: str) -> Law | None:
    found = _DEBATE.match(text)
    if not found:
        return None
    fields, locator = {"title": found["title"].strip()}, None
    pos, moved = found.start("rest"), True
    while moved:
        moved = False
        skipped = re.compile(r"[\s,()]*").match(text, pos)
        begin = skipped.end() if skipped else pos
        if date := read_full_date(text, begin):
            fields, pos, moved = fields | {"date": date.fields["date"]}, date.end, True
            pos += text[pos : pos + 1] == ")"
        elif part := _DEBATE_PART.match(text, pos):
            if part["volume"]:
                fields["volume"] = part["volume"]
            locator, pos, moved = part["at"] or locator, part.end(), True
    return Law("legislation", fields, pos, locator) if "date" in fields else None


def _regnal(text: str) -> Law | None:
    """Acts by the year of a reign: "26 Geo. II, c. 33"."""
    found = _REGNAL.match(text)
    return Law("legislation", {"title": found["title"]}, found.end(), found["at"]) if found else None


def _united_nations(text: str) -> Law | None:
    """Documents of the United Nations by their symbol: "Salt Report, UN Doc. A/RES/217 (1948)"."""
    found = _UN_DOCUMENT.match(text)
    if not found:
        return None
    date = read_full_date(found["date"], 0) if found["date"] else None
    values = {"title": found["title"] or found["number"], "number": found["number"]}
    values["date"] = date.fields["date"] if date else (found["year"] or "")
    return Law("report", {name: value for name, value in values.items() if value}, found.end(), found["at"])


def _with_address(text: str, law: Law) -> Law:
    """The same with an address and access date printed behind it."""
    fields, end = law.fields, law.end
    for reader in (read_address, read_accessed, read_address):
        skipped = re.compile(r"[\s,]*").match(text, end)
        piece = reader(text, skipped.end() if skipped else end)
        if piece:
            fields, end = fields | dict(piece.fields), piece.end
    return Law(law.entrytype, fields, end, law.locator)

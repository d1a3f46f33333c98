"""A bracket of a citation in, its place, publisher, year, edition or thesis out: "(2d ed., London: Dent, 1976)"."""

from __future__ import annotations

import re

from app.fields.dates import is_month, read_date, read_full_date, read_year
from app.fields.identifiers import read_accessed
from app.fields.names import format_people
from app.fields.pages import read_pages
from app.fields.peeling import take_roles
from app.fields.pieces import Piece
from app.fields.places import is_place, is_publisher, split_imprint
from app.fields.ratings import rate_people
from app.fields.scanning import Scanned
from app.fields.volumes import TOTAL_VOLUMES, read_edition, read_labelled_number, read_labelled_volume

_COMMAND = re.compile(
    r"(?P<number>(?:Cmnd|Cmd|Cm|Cd|C|HC|HL|HMSO|Cd\.|COM|BT-Drs\.?|(?:[A-Z][A-Za-z.]*\s){1,4}[Nn]o\.?)\.?\s?\(?[\d/-]+\)?)"
)
_THESIS = re.compile(
    r"(?P<type>(?:unpublished\s|unpub\.\s|unpubl\.\s|unveröff\.\s)?(?:[A-Z]?\w*\.?\s?){0,2}(?:thesis|dissertation|diss\.|Diss\.|Dissertation|thèse|tesis|tesina|tesi|tese|dissertação|disertación|monografia|Habilitationsschrift|Habil\.|Magisterarbeit|Masterarbeit|Diplomarbeit|mémoire(?=\sde\s(?:maîtrise|master|DEA|D\.E\.A|recherche|licence)))(?!\w)"
    r"(?:\s(?:(?:phil|iur|jur|med|theol)\.|rer\.\s(?:pol|nat|oec)\.|(?:de\sdoctorat|pour\sle\sdoctorat)\s(?:d['’]|en\s|ès\s)(?:\w+)|de\s(?:doctorat|maîtrise|licence)|doctoral|di\s(?:laurea|dottorato)|d['’]État|de\s(?:doutorado|mestrado|grado|licenciatura|maestría)))?(?:\s\((?:[Dd]ou?tor|[Mm]estr|[Mm]aest|[Ll]ic|[Ll]ivre)[^()]{3,60}\))?)",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"(?:unpublished\s)?(?:manuscript|draft|typescript)\sat\s(?P<at>\d+(?:[-–]\d+)?)(?:,\son\sfile.*)?")
_A_NAME = 0.3
_ALIAS = re.compile(r"the\s+[\w\s]{2,40}\s+[Rr]eport$")


def read_bracket(scanned: Scanned, pos: int) -> Piece | None:
    """Read the bracket that opens at `pos` where it holds an imprint, a date, a thesis, an edition or pages."""
    end = scanned.brackets.get(pos)
    if end is None:
        return None
    inner = re.sub(r"\s+", " ", scanned.text[pos + 1 : end - 1]).strip(" ,;")
    if accessed := read_accessed(scanned.text, pos):
        return accessed
    if thesis := read_thesis(inner):
        return Piece("thesis", pos, end, thesis, 9)
    fields = _read_inner(inner, is_last=bool(_LAST_WORDS.match(scanned.text, end)))
    if fields is not None:
        kind = "imprint" if {"location", "publisher", "editor", "institution"} & set(fields) else "date"
        return Piece(kind, pos, end, fields, 10 if kind == "imprint" else 4)
    pages = read_pages(inner, 0, bare=False)
    if pages and pages.end == len(inner):
        return Piece("pages", pos, end, {"locator": pages.text}, 2)
    if draft := _DRAFT.fullmatch(inner):
        return Piece("pages", pos, end, {"locator": draft["at"]}, 1)
    if _ALIAS.match(inner):
        return Piece("alias", pos, end, {}, 0)
    return None


def _read_inner(inner: str, *, is_last: bool) -> dict[str, str] | None:
    """The fields of "Place: Publisher, Year" and its kin; None where the bracket is something else."""
    volumes, inner = _volumes(_REPRINTED.sub(r"\g<year>", inner))
    editors, inner = _editors_first(inner)
    fields, rest = _dated(inner)
    volumes |= editors
    counted, rest = _counted(rest.strip(" ,;:"))
    fields |= volumes | counted
    if not rest:
        return fields or None
    if special := _special(rest):
        return fields | special
    imprint = split_imprint(rest)
    is_unparted = rest in inner and rest + "," not in inner
    if imprint is None and is_unparted and _HOUSE_AND_YEAR.fullmatch(inner):
        return fields | {"publisher": rest}
    if imprint is None or (not fields and not _is_sure(imprint, rest, is_last=is_last)):
        return None
    if set(imprint) == {"location"} and not is_place(rest) and is_unparted:
        return fields | {"publisher": rest}
    return fields | imprint


def _volumes(inner: str) -> tuple[dict[str, str], str]:
    """How many volumes a bracket speaks of, "3 vols., Lyon, 1888", and the words without them."""
    for found in TOTAL_VOLUMES.finditer(inner):
        before, behind = inner[: found.start()].rstrip(), inner[found.end() :].lstrip()
        if (not before or before[-1] in ",;") and (not behind or behind[0] in ",;"):
            return {"volumes": found["count"]}, (before + " " + behind.lstrip(" ,;")).strip(" ,;")
    return {}, inner


# "(Stuttgart: Reclam, 1963; repr. 1999)": what is cited stands first.
_REPRINTED = re.compile(
    r"(?P<year>(?:1[5-9]|20)\d\d)[;,]\s(?:repr|rpt|reprinted|réimpr|reimpr|rist|Nachdr|ND)\b\.?(?:\s[A-Z][\w.]+(?::\s[^,:;]{2,40})?,)?\s(?:1[5-9]|20)\d\d$"
)
_EDITORS_FIRST = re.compile(
    r"(?:eds?\.|edited\sby|hg\.\sv(?:on|\.)|hrsg\.\sv(?:on|\.)|éd\.|a\scura\sdi)\s(?:by\s|par\s|de\s)?(?P<people>[^,:;]{3,60})(?:[,;]\s|$)(?P<rest>.*)$"
)


# "(10th edn, ed. E. Wade, London: Tern, 1959)"
_EDITION_BEFORE_EDITORS = re.compile(r"\d{1,2}\w{1,2}\sed(?:n|ition)?\.?,\s(?=eds?\.|edited)")
# Bluebook: "(Ann Fry & Karl Reed eds., 2d ed. 1979)"
_EDITORS_AND_YEAR = re.compile(
    r"(?P<people>[A-ZÀ-ÞĀ-Ž][^():;]{3,100}?),?\s(?P<role>eds?|trans)\.,\s(?P<rest>(?:\d\w{1,2}\sed\.\s|rev\.\sed\.\s)?(?:1[5-9]|20)\d\d)$"
)
# "(Hamilton ed., New York, 1899)": the edition of Washington by Ford, as about 1910.
_NAMED_EDITOR = re.compile(
    r"(?!(?:Rev|New|Second|Third|Fourth|First|Last|Library|Centenary|Memorial|Everyman|Enlarged|Popular|Limited|Standard)\b)"
    r"(?P<people>[A-ZÀ-ÞĀ-Ž][a-zà-ÿ’'-]+)\sed\.,\s(?P<rest>[A-ZÀ-ÞĀ-Ž][^,;:()]{2,40},\s(?:1[5-9]|20)\d\d(?:[-–]\d{2,4})?)$"
)
# "(FW Kelsey trans, Oxford: Tern Press, 1925)", "(Ann Fry and Karl Reed eds., Hull: Tern, 1979)"
_NAMED_FIRST = re.compile(
    r"(?P<people>(?:[A-ZÀ-ÞĀ-Ž][\w.’'-]*\s)+(?:(?:and|&)\s(?:[A-ZÀ-ÞĀ-Ž][\w.’'-]*\s)+)?)(?P<role>eds?|trans|tr)\.?,\s"
    r"(?P<rest>[A-ZÀ-ÞĀ-Ž][^()]*\s(?:1[5-9]|20)\d\d)$"
)
# Bluebook: "(Salt Inst., Brine Working Paper No. 12, 2003)"
_PAPER = re.compile(
    r"(?P<institution>[^()]{3,100}?),\s(?P<type>[^(),]*?\b(?:Working|Discussion|Research|Policy|Occasional|Technical|Staff)\s(?:Paper|Report))(?:\sSeries)?,?\s"
    r"(?:No\.?\s)?(?P<number>[\w/-]*\d[\w/-]*)"
)


def _editors_first(inner: str) -> tuple[dict[str, str], str]:
    """The editors a bracket begins with, "ed. Lodge, New York, 1904" or "ed. Hunt", and the words without them."""
    edition = _EDITION_BEFORE_EDITORS.match(inner)
    begin = edition.end() if edition else 0
    found = _EDITORS_FIRST.match(inner, begin) or _EDITORS_AND_YEAR.match(inner)
    if found is None and (named := _NAMED_EDITOR.match(inner)):
        return {"editor": format_people(named["people"])}, named["rest"]
    if found is None and (first := _NAMED_FIRST.match(inner)) and " " in first["people"].strip():
        found = first
    if not found or rate_people(found["people"]) < _A_NAME:
        return {}, inner
    role = "translator" if found.groupdict().get("role") in ("trans", "tr") else "editor"
    return {role: format_people(found["people"])}, inner[:begin] + found["rest"]


def _special(rest: str) -> dict[str, str] | None:
    """What may stand in a bracket instead of an imprint: a command paper, "unpublished paper", the editors."""
    if command := _COMMAND.fullmatch(rest):
        return {"number": command["number"]}
    if paper := _PAPER.fullmatch(rest):
        return paper.groupdict()
    if spoken := _SPEECH.fullmatch(rest):
        return {name: value for name, value in spoken.groupdict().items() if value}
    if unpublished := _UNPUBLISHED.fullmatch(rest):
        return {"type": unpublished["type"]}
    words, people = take_roles(f"x, {rest}")
    return people if people and not words.strip("x ,") else None


# "(speech, Hull, March 18, 2008)", "(paper presented at the Salt Congress, Hull, 3 May 1990)"
_SPEECH = re.compile(
    r"(?P<type>(?:unpublished\s)?(?:speech|lecture|address|keynote|talk|conference\spaper|paper|sermon|presentation))"
    r"(?:\s(?:presented|given|delivered|read)\s(?:at|to|before)\s(?P<eventtitle>[^,]+))?(?:,\s(?P<venue>[A-ZÀ-ÞĀ-Ž][^()]{2,60}))?"
)
_UNPUBLISHED = re.compile(
    r"(?P<type>unpublished(?:\s(?:paper|manuscript|typescript|MS|essay|report))?|manuscript|typescript|MS|mimeo)"
    r"(?:[,;]\s(?:on\sfile|copy|available|in\s(?:the\s)?(?:author|possession))\b[^()]*)?"
)


def _dated(inner: str) -> tuple[dict[str, str], str]:
    """The date of a bracket, first or last in it, with that of the first printing, and the words without them."""
    reprint = _REPRINT.match(inner) or _LATER_EDITION.fullmatch(inner)
    if reprint and reprint.re is _LATER_EDITION:
        return {"date": reprint["date"], "origdate": reprint["first"]}, ""
    inner = inner[reprint.end() :] if reprint else inner
    fields, rest = _date_last(re.sub(r"^(?:n\.p\.|s\.l\.|o\.\s?O\.),\s", "", inner))
    if not fields:
        fields, rest = _date_first(inner)
    first = read_year(reprint["first"], 0) if reprint else None
    return fields | ({"origdate": first.fields["date"]} if first else {}), rest


def _counted(rest: str) -> tuple[dict[str, str], str]:
    """Edition, volume, number and series of a bracket, and the words without them."""
    fields: dict[str, str] = {}
    for reader, name in ((read_edition, "edition"), (read_labelled_volume, "volume"), (read_labelled_number, "number")):
        piece = reader(rest, 0)
        if piece and rest[piece.end : piece.end + 1] in {"", ",", ";", " "}:
            fields[name], rest = piece.fields[name], rest[piece.end :].strip(" ,;")
    if again := _ISSUED_AGAIN.match(rest):
        fields["edition"], rest = again["edition"], rest[again.end() :]
    rest, series = _without_series(rest)
    numbered = _NUMBERED_SERIES.match(rest)
    if numbered and is_place(numbered["place"]):
        rest, series = numbered["place"], {"series": numbered["series"], "number": numbered["number"]}
    if behind := _SERIES_AND_NUMBER.fullmatch(rest):
        rest, series = "", {"series": behind["series"], "number": behind["number"]}
    if named_edition := _NAMED_EDITION.fullmatch(rest):
        rest, fields["edition"] = "", named_edition["edition"]
    trailing = re.search(r",\s(?P<ed>[^,]+)$", rest)
    if trailing and (piece := read_edition(trailing["ed"], 0)) and piece.end == len(trailing["ed"]):
        fields["edition"], rest = piece.fields["edition"], rest[: trailing.start()]
    return fields | series, rest


_LATER_EDITION = re.compile(r"(?P<first>1[4-9]\d\d|20\d\d)[;,]\s(?P<date>(?:19|20)\d\d)\sedn?\.?")
_REPRINT = re.compile(
    r"(?P<first>(?:1[4-9]\d\d|20\d\d)(?:[-–]\d{1,4})?)(?:;\s(?=[A-ZÀ-ÞĀ-Ž][^;]+,\s\d{4}$)"
    r"|[;,]\s(?:repr?\.|reprint(?:ed)?|rpt\.|new ed\.|Nachdr(?:uck|\.))[,:]?\s)"
)
# "(reissue, Cambridge: Tern Press, 2005)", "(paperback edn, Hull: Tern, 1999)"
_ISSUED_AGAIN = re.compile(r"(?i:(?P<edition>re-?issued?|paperback|hardback|facsimile)(?:\sedn?\.?|\sedition)?),\s")
# "(Harbour Studies, IX, New York, 1902)"
_NUMBERED_SERIES = re.compile(
    r"(?P<series>[A-ZÀ-ÞĀ-Ž][^,:;]{5,}),\s(?:vol\.\s|no\.\s)?(?P<number>[IVXLC]+|\d+),\s(?P<place>[^:]+)$"
)
# "(Surtees Soc. cv, 1901)"
_SERIES_AND_NUMBER = re.compile(
    r"(?P<series>[A-ZÀ-ÞĀ-Ž][^,:;]*\b(?:Soc(?:iety)?|Ser(?:ies)?|Club|Rec(?:ords?)?|Studies|Texts|Texte|Schriften)\b\.?[^,:;]*?),?"
    r"\s(?:vol\.\s|no\.\s|Bd\.\s)?(?P<number>[ivxlc]+|[IVXLC]+|\d+)"
)
# "(Everyman edn, 1928)"
# "(1993; Cm. 2263; Chair, Viscount Marl)"
_CHAIR = re.compile(r";\sChair(?:man|woman|ed\sby)?[,:]?\s[A-ZÀ-ÞĀ-Ž][^;()]+$")
_NAMED_EDITION = re.compile(r"(?P<edition>[A-ZÀ-ÞĀ-Ž][\w’']+(?:\s[A-ZÀ-ÞĀ-Ž][\w’']+)?)\s(?:edn\.?|ed\.|edition)")
# OSCOLA: "(Indian Institute of Advanced Study 1994)", "(3rd edn, Fenn Publishing 2003)"
_HOUSE_AND_YEAR = re.compile(
    r"(?:\d\w+\sedn?,\s)?[A-ZÀ-ÞĀ-Ž][\w.&’' -]+(?:,\s(?:Inc|Ltd)\.?)?(?:\s[\w.&’'-]+){0,9}\s\d{4}"
)


_LAST_WORDS = re.compile(r",\s(?:pp?|S)\.|\.?\s*$")


def _is_sure(imprint: dict[str, str], rest: str, *, is_last: bool) -> bool:
    """Whether a bracket without a year is an imprint ("London: Cass") and no aside ("Insecta: Diptera")."""
    if "publisher" not in imprint or ":" not in rest:
        return False
    return is_last or is_place(imprint.get("location", "")) or is_publisher(imprint["publisher"])


def _without_series(rest: str) -> tuple[str, dict[str, str]]:
    found = re.match(r"(?P<series>[^:;]{6,}?)(?:,?\s(?P<number>\d+))?\s?;\s(?P<rest>[A-Z].*:.*)$", rest)
    if (
        not found
        or is_place(found["series"])
        or ":" in found["series"]
        or found["series"][:1].islower()
        or "," in found["series"]
    ):
        return rest, {}
    return found["rest"], {"series": found["series"]} | ({"number": found["number"]} if found["number"] else {})


# What may stand behind the year: "(Bari, 1922; first ed., 1901)", "(München 1960; zuerst 1911)"
_BEHIND_DATE = re.compile(
    r"|[–-]|\[(?:1[4-9]|20)\d\d\]|c?\d{4}|\)|(?:first|1st|orig(?:inal|\.)?|originally|zuerst|1\.|1[ªa]|1re|1ère|prima|primera|erste)"
    r"(?:\s(?:published|publ?\.|ed(?:n|ition|izione|ición)?\.?|éd\.|édition|Aufl(?:age|\.)|pubbl\.))?(?:\sin)?,?\s(?P<first>\d{4})"
)


def _date_last(inner: str) -> tuple[dict[str, str], str]:
    for found in re.finditer(r"(?<![\w/.–-])(?=[\w\[©])", inner):
        pos = found.start()
        piece = read_date(inner, pos + (inner[pos] == "©"))
        if not piece:
            continue
        after = inner[piece.end :].strip(" ,;")
        first = _BEHIND_DATE.fullmatch(after)
        if first is None:
            continue
        before = inner[:pos].rstrip(" ,")
        before = re.sub(r"(?:[,;]\s*)?(?:repr\.|reprint(?:ed)?|orig\.|published|rpt\.|zuerst|©)$", "", before).rstrip(
            " ,;"
        )
        return dict(piece.fields) | ({"origdate": first["first"]} if first["first"] else {}), before
    return {}, inner


def _date_first(inner: str) -> tuple[dict[str, str], str]:
    piece = read_date(inner, 0)
    if not piece:
        return {}, inner
    rest = _CHAIR.sub("", inner[piece.end :])
    if re.match(r"\s*[;,]\s*", rest) and _COMMAND.fullmatch(rest.strip(" ;,")):
        return dict(piece.fields), rest
    if re.match(r"\s*[;,]\s*(?:eds?\.|ed\.\sby|trans\.|transl\.|tr\.|edited|translated|hg\.|hrsg\.|übers\.)\s", rest):
        return dict(piece.fields), rest.strip(" ;,")
    edition = re.match(r"\s*[;,]\s*", rest)
    if edition and (piece_of := read_edition(rest, edition.end())) and not rest[piece_of.end :].strip(" ."):
        return dict(piece.fields) | dict(piece_of.fields), ""
    if re.match(r"\s*[;,]\s*(?:first|orig|1st|\[|repr|zuerst)", rest):
        return dict(piece.fields), ""
    return {}, inner


def read_thesis(words: str) -> dict[str, str] | None:
    """Read "PhD diss., University of Chicago, 1999" or "Diss. Univ. Köln 1987"."""
    found = _THESIS.match(words)
    if not found or len(found["type"].split()) > 5:
        return None
    rest = re.sub(
        r"(?:,\s|^)(?:a\.\s?a\.|A\.\s?A\.|anno\saccademico|año\sacadémico|academic\syear)\s(?=\d)",
        ", ",
        words[found.end() :],
    )
    rest = rest.strip(" ,.:–—-")
    fields = {"type": found["type"].strip(" ,")}
    dated, before = _date_last(rest)
    fields |= {name: value for name, value in dated.items() if name == "date"}
    if not dated and rest and read_full_date(rest, 0) is None and len(rest.split()) > 10:
        return None
    institution = before.strip(" ,.:") if dated else rest
    name, _, city = institution.rpartition(", ")
    if is_place(city or institution) and not (city or institution).startswith("Univ"):
        return fields | ({"institution": name} if name else {}) | {"location": city or institution}
    if institution and not is_month(institution.split()[-1]):
        fields["institution"] = institution
    return fields

"""Words of a citation in, whether they are a shelf mark, an archive's name or a leaf of a document out."""

from __future__ import annotations

import re
from functools import cache

from app.fields.places import is_place
from app.fields.ratings import rate_people
from app.wordlists import alternatives, load_words

_LABELS = (
    r"exp(?:ediente)?|caja|cartella|liasse|carton|reg(?:istro)?|fasc(?:icolo)?|filza|leg(?:ajo)?|cx|caixa|maço|mç|cód|códice|liv|pasta|carp(?:eta)?"
    r"|dossier|registre|layette|busta|mazzo|scat(?:ola)?|sig(?:natura)?|est(?:ante)?"
)
SHELF_MARK = re.compile(
    r"(?<![\w.])(?:(?:RG|Record Group|[Bb]ox(?:es)?|[Ff]olders?|[Ff]ile|Carton|Reel|Entry|Series|Bundle)\s?\d+"
    r"|(?:FO|CAB|WO|CO|PREM|HO|ADM|AIR|DO|FCO|T|R|NL|N|F|Z|B|SP|KV|DY|DC|NY|MS|C|E)\s?\d+(?:[/.-]\s?[\w.]+)+"
    r"|(?:Add\.?\s|Egerton\s|Harl(?:eian|\.)\s|Sloane\s|Cotton\s)?MSS?\.?\s(?:[A-Z][\w.]*\s?)?(?:[a-z]{1,5}\.?\s){0,2}[\w.]*\d"
    r"|(?:[A-Z]\.\s?){1,3}\s?\d+(?:/\d+|:\s?\d+)"
    r"|(?:Best|Rep|Abt)\.\s?[A-Z]?\d+|\d{1,3}\s[A-Z]\s\d+|(?:NAF|N\.\s?A\.\s?F\.|n\.\s?a\.\s?fr\.)\s\d+|[Mm]ss?\.\s\d+|(?:fond|opis|delo)\s\d+|mss?\.\s(?:fr|lat|it|gr|n\.\s?a\.\s?fr)\.?\s\d+"
    r"|f(?:ond)?\.\s?\d+,?\sop\.\s?\d+"
    r"|R\s?\d+\s[IVX]+(?:\s?[A-Z])?/\d+|ED\s\d+|NL\s\d+|N\s\d{3,4}/\d+"
    r"|(?:F|BB|AJ|AP|AQ)\d{1,3}\s\d+)"
)
# Labels that also number the parts of printed works; an archive must stand beside them.
WEAK_MARK = re.compile(rf"(?<![\w.])(?:(?i:{_LABELS})\.?\s\d+|op\.\s?\d+|d(?:elo)?\.\s?\d+|b\.\s\d+)")
# "Adams MSS.", "Fry Papers": a collection without a number.
COLLECTION = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž][\w.’'&-]*\s(?:(?:of|and|the|de|&)\s)*){1,6}(?:MSS?\.?|Manuscripts|Papers|Collection|Correspondence\sFiles)(?!\w)"
    r"|(?:Nachlass|Nachlaß|NL|Fonds|Fondo|Fundo)\s[A-ZÀ-ÞĀ-Ž]"
)
SHEET = re.compile(
    r"(?P<sheet>(?:fols?\.?|fos?\.|fls?\.|ff?\.|Bl\.|ll?\.|cc?\.|f°)\s?\d+(?:\s?v°|\s?r°|[rv])?(?:\s?[-–]\s?\d*(?:\s?[rv]°?)?)?(?:\sff?\.)?|p\.\s?\d+"
    r"|(?:Eintrag|Tagebucheintrag|[Ee]ntry)\s(?:v\.|vom|for|of|on)\s.{6,24})$"
)
NUMBER = re.compile(r"(?:Nr|No|[Vv]ol|n°|Bd|t|núm)\.?\s?(?:\d+[A-Za-z]?|[IVXLC]+)")


# "ANRJ, Fundo Polícia da Corte, códice 403": letters that name an archive no list knows.
SIGLUM = re.compile(r"[A-Z]{2,7}(?:[-/][A-Z]{1,4})?|[A-Z]{2,5}(?:_[A-Z0-9]{1,5}){2,5}")


_A_NAME = 0.5
_ENDS_AS_ARCHIVE = re.compile(
    r"(?:Record(?:s)?\sOffice|Archives?|Archiv|Archivo|Archivio|Arquivo|Library|Bibliothek|R\.?O\.)(?:\s\([\w. ]+\))?$"
)
_ANY_MARK = re.compile(r"(?=.*\d)[A-Z][\w./-]*(?:[ ,]{1,2}[\w./-]+){0,5}")


@cache
def repository() -> re.Pattern[str]:
    """The words by which an archive or library is known."""
    return re.compile(rf"(?<!\w)(?:{alternatives(load_words('archives')['repositories'])})(?!\w)")


@cache
def siglum_first() -> re.Pattern[str]:
    """A repository's siglum and a series with its number: "AN, Marine B3 421"."""
    names = load_words("archives")["repositories"]
    sigla = alternatives(name for name in names if re.fullmatch(r"[A-Z]{2,6}|(?:[A-Z]\.\s?){2,4}", name))
    series = r"[A-ZÀ-ÞĀ-Ž][^,;:«“‘\"]{0,30}(?:,\s[^,;:«“‘\"]{0,12}){0,3}"
    number = r"[,\s]+(?!\d\d?\.?\s(?:de\s)?\w+\s(?:de\s)?\d{4})\w*\d+"
    return re.compile(rf"(?:{sigla})(?:\s[A-ZÀ-ÞĀ-Ž][\w’'-]+)?,\s{series}{number}")


def is_archival(words: str) -> bool:
    """Whether the words behind a letter's day say where it lies: "F. O. 5: 4", "Adams MSS.", "BA Koblenz, NL 12"."""
    return bool(has_mark(words) or COLLECTION.search(words) or repository().search(words))


def is_placed_document(words: str) -> bool:
    """Whether an archive stands first and a leaf last: "Archivio Vaticano, Napoli, 123, cc. 45r-46v"."""
    *before, last = words.split(", ")
    if len(before) > 1 and is_place(before[0]) and repository().search(before[1]):
        return bool(SHEET.search(last))
    if repository().match(words):
        is_before_day = bool(before and SHEET.search(before[-1]) and re.match(r"\d{1,2}\.?\s\D+\d{4}$", last))
        return bool(SHEET.search(last)) or is_before_day
    siglum = re.match(rf"{SIGLUM.pattern},\s(?P<next>[^,]+),\s", words)
    is_inverted = siglum and rate_people(f"{siglum['next']} {siglum.group().partition(',')[0].title()}") >= _A_NAME
    return bool(siglum and not is_inverted and SHEET.search(last) and not last.startswith("p"))


def is_bare_mark(words: str) -> bool:
    """Whether it is an archive's name and a mark of its own manner: "Hull Record Office, D/ELw F 123"."""
    name, _, mark = words.partition(", ")
    return bool(_ENDS_AS_ARCHIVE.search(name) and _ANY_MARK.fullmatch(mark))


def has_mark(words: str) -> bool:
    """Whether a shelf mark stands in the words; "fasc. 4" is one only beside an archive's name."""
    return bool(
        SHELF_MARK.search(words)
        or (WEAK_MARK.search(words) and (repository().search(words) or re.match(rf"{SIGLUM.pattern},\s", words)))
    )

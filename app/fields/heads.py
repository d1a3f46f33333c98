"""A citation's beginning in, the people it opens with out: who they are, in which role, and where they end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.fields.dates import read_date, read_full_date
from app.fields.kinds import has_word
from app.fields.names import format_people, is_corporate
from app.fields.official_series import begins_with_series
from app.fields.openings import read_opening
from app.fields.ratings import rate_people
from app.fields.scanning import Scanned
from app.wordlists import alternatives, load_words, word_set

_BOUNDARY = re.compile(
    r"[,:.](?=\s|$|[‘“«„])|\s?(?=[(\[‘“«„\"])|\s(?=(?:The|A|An|Das|Der|Die|Les|La|El|Il)\s)|;(?=\s)|\s(?=(?:1[5-9]|20)\d\d[a-z]?[,.:]\s)"
)
_WORST = 0.25
_EVEN = 0.5
_CUT_SHORT = re.compile(r"\.\s(?:[A-ZÀ-Þ][a-zà-ÿ]{1,7}\.|(?:of|de|der|d\.)\s[A-ZÀ-Þ][\w’']*\.?),")
_A_KNOWN_NAME = 0.8
_SHORTEST_NAME = 4
# The stop of a shortened word within a body's name: "Office of Mgmt. & Budget".
_SHORTENED = re.compile(r"(?<=[A-Za-z'])\.(?=\s(?:&|of|on|for|and|[A-Z]))")
_GENITIVE_BEHIND = re.compile(r",\s[A-ZÀ-ÞĀ-Ž][\w’'. -]+s\s*$")
_NUMBER_BETWEEN = re.compile(r",?\s(?:Nr|No|N|n|núm)[.°º]{0,2}\s?\d{1,5}\w?,?\s(?:(?:vom|v\.|du|del|of|de|den)\s)?")
_CITY_BETWEEN = re.compile(r",\s(?:[A-ZÀ-ÞĀ-Ž][\w. ]{2,20}),\s")
# Where a stop parts title and imprint, a colon parts people and title: "K. Moor, O. Brandt: Häfen. Bonn: Dietz 1992".
_STOP_BEFORE_IMPRINT = re.compile(
    r":\s[^:]{3,200}?\.\s[A-ZÀ-ÞĀ-Ž][\w./ -]{2,30}(?::\s[^,.:]{2,40}?,?)?\s(?:1[5-9]|20)\d\d\b"
)
_SUBTITLE = re.compile(r":\s(?:A|An|The|How|Why|From|Essays|Studies|Notes)\s")
# "Isa Berg, Karl Moor: His Life": a full name behind a comma and no conjunction may be what the book is about.
_MAY_BE_A_LIFE = re.compile(
    r"^(?:[^,/&;]+\s[^,/&;]+|[A-ZÀ-ÞĀ-Ž][^,/&;]+,\s[A-ZÀ-ÞĀ-Ž][^,/&;]*),\s[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+(?:\s[A-ZÀ-ÞĀ-Ž][\w.’'-]*|\s(?:von|van|de|der|du|di|da|of))*\s[A-ZÀ-ÞĀ-Ž][\w’'-]+$"
)
# "Ann Fry Marl, R. A. Voss: The Life (Hull: Tern, 1978)": two authors are both printed with initials, or neither.
_MAY_BE_A_LIFE_BY_INITIALS = re.compile(
    r"^[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+(?:\s[A-ZÀ-ÞĀ-Ž][\w.’'-]*)+,\s(?:[A-ZÀ-ÞĀ-Ž]\.\s?){1,3}[A-ZÀ-ÞĀ-Ž][\w’'-]+$"
)
_LIFE = re.compile(r":\s(?:His|Her|A|An|The|Life|Eine?|Sein|Ihr|Leben|Une?|Sa|Son|Una?|Vida|Vita|Vie|Su|Biogra\w+)\b")
# Where imprints stand in brackets, no colon stands behind people: "Isa Berg, Victorian Salt: Bread (Hull: Tern, 1980)",
# "Karl Moor, Ole Brandt: Pilot and Poet (5th edn, Hull, [1903])".
_IN_BRACKET = re.compile(r"\([^()]{2,60}[:,]\s[^()]{0,60}\d{4}\]?\)")
# "R. Pell, G. Marl e il commercio del sale": what the book is about may begin with an initial.
_BEGINS_WITH_AN_INITIAL = re.compile(
    r"(?:[A-Z]\.\s?){1,3}(?:[A-Z][\w’'-]+\s){1,2}"
    r"(?:and\sthe|und\sd|et\sl|e\s(?:il|la|lo|i|gli|le)|y\s(?:el|la|los|las)|in|nel|as|als|of|dans|en)\b|(?:[A-Z]\.){2,}(?:’s|'s)?\s[A-Z]"
    r"|(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+:\s[A-Z][^()]{3,120}\([^()]{2,60}[:,]\s[^()]{0,60}\d{4}\]?\)"
)
_PARTICLE_BEHIND = re.compile(r"\.\s(?:van|von|de|der|den|du|di|da|del|della|la|le|ter|ten|zu)\s[\w’' ]*[A-ZÀ-ÞĀ-Ž]")
_PUBLICATION = re.compile(
    r"(?:An?\s|Reports?\s(?:from|of|to|on|upon|into)\s|Hearings?\s|Letters?\s|Speech(?:es)?\s|Statement\s|Memorandum\s|Observations\s|Remarks\s|Account\s|Some\s|On\s)"
    r"|(?:The\s)?(?:Acts?|Journals?|(?:\w+\s)?Annual\sReports?|Collections|Publications|Contributions|Bulletins?|Records|Proceedings|Transactions|Minutes|Papers|Letters|Reports|Statutes|Calendars?|Debates"
    r"|Annals|Registers?|Correspondence|Documents|Memoirs|Calendar|Actes|Procès-verbaux|Actas|Atti|Protokolle|Akten)\s(?:of|de|del|della|der|des|du)\b"
)
# What stands before a quoted title is its author, if every word could be a name.
_ALL_NAME_LIKE = re.compile(
    r"[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:\s[A-Z]\.?)*,(?:\s[A-ZÀ-ÞĀ-Ž][\w’'.-]*){1,3}|(?:[A-ZÀ-ÞĀ-Ž][\w’'.-]*\s){1,3}(?:[a-z]{2,4}\s){0,2}[A-ZÀ-ÞĀ-Ž][\w’'-]+"
)
_SPOKEN = re.compile(
    r"(?:\w+\s){0,2}(?:interview|conversation|letter|e-?mail|testimony|communication|speech|lecture|address|remarks|statement|evidence|sermon|Rede|Ansprache|Vortrag|discours|discurso|discorso)\b"
)
# "PMLA, 103 (1988)": what a volume follows is a review.
_VOLUME_BEHIND = re.compile(r"\d+\s?\((?:\w+\s)?(?:1[5-9]|20)\d\d\)")
# "112 Q.J. ECON. 443, 445 (1997)": what a law journal follows is a title, unless "&" joins it as names.
_LAW_JOURNAL_BEHIND = re.compile(
    r"\d{1,4}\s[A-Z][\w.’'&: ]{1,70}?\s"
    r"(?:[A-Z]?\d+(?:,\s[A-Z]?\d[\d–-]*)*\s\((?:[\w. ]+\s)?(?:1[5-9]|20)\d\d\)|\(forthcoming\b)"
)
# "CLAUDE, Mémoires de Monsieur Claude": what names a kind of book is no given name.
_KIND_OF_BOOK = re.compile(
    r",\s(?:Mémoires|Souvenirs|Histoire|Lettres|Correspondance|Œuvres|Oeuvres|Discours|Voyages?|Traité|Essais?|Memoirs?|Letters|Works"
    r"|Writings|Speeches|History|Essays?|Diary|Diaries|Papers|Correspondence|Travels|Erinnerungen|Briefe|Werke|Schriften|Reden"
    r"|Tagebücher|Denkwürdigkeiten|Geschichte|Memorias|Cartas|Obras|Historia|Discursos|Memorie|Lettere|Opere|Storia|Scritti|Memórias"
    r"|História)(?=\s(?:[a-zà-ÿ]+\s|[dl]’)|,\s|$)"
)
# Words that stand behind a title, never at its beginning.
_NO_TITLE = re.compile(
    r"(?:vols?|nos?|pp?|S|Bd|t|T|eds?|edn|in|trans|hrsg|Hrsg|dir)\b\.?\s|(?:1[5-9]|20)\d\d[.,;)]|[\d\s.,]+$"
    r"|\d{1,2}\.,?\s(?:(?:[a-zäöüß]+\.?,?\s(?:und\s|u\.\s)?){0,3})(?:Aufl|A\.)|\d{1,2}\s(?:Bde|Bände|vols?|voll|tomes?|tomos?|tomi)\b|(?:Rdnr|Rn|Rz|Tz)\.?\s\d"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The people a citation opens with.

    Attributes:
        field: "author" or "editor"; "" with no people at all.
        people: as BibTeX writes them.
        end: where the title begins.
        date: printed right behind the names ("Ash, J. (1983)"), or "".
        rating: 0 to 1, how surely these words are names.
        is_report: "The Quill report on ...": the words say what kind of work it is.
    """

    field: str
    people: str
    end: int
    date: str = ""
    rating: float = 0.0
    is_report: bool = False


@cache
def _role_after() -> re.Pattern[str]:
    labels = alternatives(load_words("roles")["editor_after"])
    return re.compile(
        rf"[\s,]*(?:\(\s?(?:{labels})\s?\)|\[(?:{labels})\]|(?<=[\s,])(?:{labels})(?=[,:]|\s[‘“«„\"]|\s(?:The|A|An|Das|Der|Die)\s))\s*[,:.]?\s*"
    )


def read_head(scanned: Scanned) -> Head:
    """Read the people before the title: before the quoted title, or as far as the words are names."""
    if begins_with_series(scanned.text):
        return Head("", "", 0)
    if opening := read_opening(scanned.text):
        return Head("author" if opening[0] else "", *opening, rating=0.9)
    quote = next((quote for quote in scanned.quotes if quote.start <= 200), None)
    if quote and quote.start == 0:
        return Head("", "", 0)
    if scanned.orphan and (not quote or quote.start > scanned.orphan):
        head = _best_boundary(scanned, scanned.orphan)
        return head if head.rating >= 0.6 else Head("", "", 0)
    if quote:
        before = _before_quote(scanned, quote.start)
        if before is not None:
            return before
    return _best_boundary(scanned)


def _before_quote(scanned: Scanned, quote_start: int) -> Head | None:
    prefix = scanned.text[:quote_start]
    words = re.sub(r"\s+in\s*$|[’']s?\s*$", "", prefix)
    words = re.sub(r",?\s+(?:s\.\s?v\.|[Aa]rt\.|Artikel|[Vv]oce|[Ee]ntry)\s*$|\s\(@\w+\),?\s*$", "", words)
    if has_word(words, "reference_works") and not re.search(r"[:.]\s+\S|\bin\b", words):
        return Head("organization", words.strip(" ,:"), quote_start, "", 0.6)
    dated = re.search(
        r"[\s,]*[(\[](?P<date>[^()\[\]]{4,20})[)\]][\s,:.]*$|[\s,.]+(?P<year>(?:1[5-9]|20)\d\d[a-z]?)[\s,:.]*$", words
    )
    date = ""
    if dated:
        found = read_date(dated["date"] or dated["year"], 0)
        if found:
            date, words = found.fields.get("date", ""), words[: dated.start()]
    field, role = "author", _role_after().search(words)
    if role and role.end() >= len(words.rstrip()):
        field, words = "editor", words[: role.start()]
    if re.fullmatch(r"[A-ZÀ-ÞĀ-Ž]\.?,\s?", prefix):
        return Head(field, words.strip(" ,"), quote_start, date, 0.8)
    rating = rate_people(words)
    is_separated = bool(re.search(r"[,.:;)\]]\s*$|\bin\s*$|[’']s?\s*$", prefix))
    if not is_separated and _GENITIVE_BEHIND.search(words):
        return None  # T. P. Wiebe, Ole Brandts „Politische Erfahrungen“
    if not is_separated and rating < 0.8:
        return None
    if rating >= _WORST or _ALL_NAME_LIKE.fullmatch(words.strip(" ,.:")):
        return Head(field, format_people(words), quote_start, date, max(rating, 0.8))
    if is_corporate(words) and len(words.split()) <= 12 and not re.search(r"[:.]\s+\S", words):
        return Head(field, f"{{{words.strip(' ,:')}}}", quote_start, date, 0.6)
    return None


def _best_boundary(scanned: Scanned, limit: int = 600) -> Head:
    text, best = scanned.text, Head("", "", 0)
    for found in _BOUNDARY.finditer(text, 1, limit):
        pos = found.start()
        if not scanned.is_open(pos):
            continue
        words = text[:pos]
        if text[pos] == "." and re.search(r"(?:^|[\s.-])[A-ZÀ-ÞĀ-Ž][a-z]?$", words):
            words += "."
        rating = 0.0 if _is_cut_title(words, text, pos) else _rate_boundary(words, text, pos)
        is_abbreviated = text[pos] == "." and (
            re.fullmatch(r"[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]{2,4}", words) or _PARTICLE_BEHIND.match(text, pos)
        )
        is_better = rating > best.rating or (rating == best.rating and rating >= _EVEN)
        if (
            not is_abbreviated
            and is_better
            and rating >= _WORST
            and (head := _complete(scanned, words, rating, found.end()))
        ):
            best = head
        if len(words.split()) > 60:
            break
    return best


def _is_cut_title(words: str, text: str, pos: int) -> bool:
    """Whether a stop stands within a title cut short: "Wharton, Dipl. Corr., V. 234"."""
    if text[pos] != "." or not _CUT_SHORT.match(text, pos):
        return False
    last = words.rpartition(", ")[2] if ", " in words else ""
    return bool(re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ]{2,6}", last)) and last.casefold() not in word_set("people", "given")


def _rate_boundary(words: str, text: str, pos: int) -> float:
    rating = rate_people(words)
    if rating < _A_KNOWN_NAME and _is_daily(words, text, pos):
        return 0.0  # "Correio Paulistano, São Paulo, 5 jan. 1888"
    if _KIND_OF_BOOK.search(words):
        return 0.0
    if _names_in_capitals(words) and _KIND_OF_BOOK.match(text, pos):
        return _EVEN
    if words.endswith(":"):
        return 0.0  # the colon itself was judged
    if _MAY_BE_A_LIFE_BY_INITIALS.search(words) and text[pos] == ":" and _IN_BRACKET.search(text, pos):
        return 0.0
    if rating > 0.5 and _MAY_BE_A_LIFE.search(words) and not _role_after().match(text, pos):
        is_life = _LIFE.match(text, pos) or _IN_BRACKET.search(text, pos)
        rating = 0.0 if is_life else (rating if _STOP_BEFORE_IMPRINT.match(text, pos) else 0.5)
    if rating < 0.5 and _SUBTITLE.match(text, pos - (text[pos] == " ")):
        return 0.0
    if text[pos] in ":([" and rating:
        rating = min(1.0, rating + 0.1)
    return rating or _rate_corporate(words, text, pos)


def _names_in_capitals(words: str) -> bool:
    """Whether it is one family name in capitals, as French notes print it: "CLAUDE"."""
    return words.isalpha() and words.isupper() and len(words) >= _SHORTEST_NAME


def _is_daily(words: str, text: str, pos: int) -> bool:
    """Whether a newspaper's name stands before its day, perhaps with its city between."""
    if not (has_word(words, "newspaper_words") or has_word(words, "daily_names")):
        return False
    city = _CITY_BETWEEN.match(text, pos) or _NUMBER_BETWEEN.match(text, pos)
    return any(read_full_date(text, begin) for begin in (pos + 2, city.end() if city else pos + 2) if begin < len(text))


def _role_before_names(text: str, pos: int) -> bool:
    """Whether "ed. R. Hill" follows: then the words before it are a title."""
    return bool(
        re.match(r",\s(?:eds?\.|edited\sby|trans\.|hrsg\.\svon|éd\.)\s(?:by\s)?[A-ZÀ-ÞĀ-Ž]", text[pos : pos + 40])
    )


def _rate_corporate(words: str, text: str, pos: int) -> float:
    if _PUBLICATION.match(words) or (pos < len(text) and _role_before_names(text, pos)):
        return 0.0
    if re.match(r",\s\d+\s?[(/,]", text[pos:]):
        return 0.0  # "PMLA, 103 (1988)"
    plain = _SHORTENED.sub("", words)
    if words.isupper() and text[pos : pos + 1] == "," and re.match(r",\s[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]", text[pos:]):
        return 0.0  # "FAUSTO, Boris"
    if pos > 120 or not words[0].isupper() or not is_corporate(words) or re.search(r"[.:]\s|[()]", plain):
        return 0.0
    if re.search(r"\d", plain) and not _role_after().match(text, pos):
        return 0.0
    dated = re.match(r"\s?(?P<open>[(\[]?)(?:1[5-9]|20)\d\d[a-z]?[)\]]?[:.,]\s", text[pos:])
    if dated and (dated["open"] or "," not in words):
        return 0.7
    if "," not in words and (role := _role_after().match(text, pos)) and "(" in role.group():
        return 0.7
    return 0.0 if "," in words else {":": 0.7, ".": 0.5, ",": 0.45}.get(text[pos], 0.0)


def _complete(scanned: Scanned, words: str, rating: float, pos: int) -> Head | None:
    """The head with its role and date, None where nothing that could be a title follows."""
    text, field, date = scanned.text, "author", ""
    if rating == _EVEN and _names_in_capitals(words) and _KIND_OF_BOOK.match(text, len(words)):
        words = words.title()
    if role := _role_after().match(text, len(words)):
        field, pos = "editor", role.end()
    dated = re.compile(
        r"[\s,.]*[(\[](?P<date>[^()\[\]]{4,20})[)\]][\s,:.]*|[\s,.]+(?P<year>(?:1[5-9]|20)\d\d[a-z]?)\s?[:.,]\s+(?=[A-ZÀ-ÞĀ-Ž‘“«„\"])"
    ).match(text, max(len(words), pos - 1) if field == "editor" else len(words))
    if dated:
        found = read_date(dated["date"] or dated["year"], 0)
        if found and found.end == len(dated["date"] or dated["year"]):
            date, pos = found.fields.get("date", ""), dated.end()
    while pos < len(text) and text[pos] in " ,:.":
        pos += 1
    if not re.match(r"[^\W_]|[‘“«„\"(¿¡»]", text[pos : pos + 1]) or (not date and text[pos] == "("):
        return None
    if (
        not re.match(r"[^\W_]{2}|[AOEIY]\s|[‘“«„\"(¿¡»]|[A-Z][’']|\d", text[pos : pos + 2])
        and not _BEGINS_WITH_AN_INITIAL.match(text, pos)
        and not text.startswith(("s.v.", "s. v."), pos)
        and field == "author"
        and not date
    ):
        return None
    if "," in words and "&" not in words and _LAW_JOURNAL_BEHIND.match(text, pos):
        return None
    if (
        _NO_TITLE.match(text, pos)
        or _VOLUME_BEHIND.match(text, pos)
        or read_full_date(text, pos)
        or (text[pos].islower() and rating < 0.85 and not date and not _SPOKEN.match(text, pos))
    ):
        return None
    return Head(
        field,
        format_people(words) if rating else "",
        pos,
        date,
        min(1.0, rating + (0.1 if date or field == "editor" else 0)),
    )

"""A citation's beginning in, the people it opens with out: who they are, in which role, and where they end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.fields.dates import read_date, read_full_date
from app.fields.kinds import has_word
from app.fields.names import format_people, is_corporate, is_particle
from app.fields.scanning import Scanned
from app.wordlists import alternatives, load_words, word_set

_TOKEN = re.compile(r"[A-ZÀ-ÞŁŚŠŽČĐİ][\w’'`.-]*|[’']t|d[’'][A-ZÀ-Þ][\w-]+|al-[A-Z]\w+|O[’'][A-Z]\w+")
_INITIAL = re.compile(r"(?:-?[A-ZÀ-ÞŁŚŠŽČ][a-z]{0,2}\.-?)+$|[A-Z]$")
_CONJUNCTION = re.compile(r"\s*,?\s+(?:and|AND|&|und|et|y|e|with)\s+|\s*&\s*|\s*[/;]\s*|\s+[–-]\s+(?=[A-Z])")
_BOUNDARY = re.compile(
    r"[,:.](?=\s|$|[‘“«„])|\s?(?=[(\[‘“«„\"])|\s(?=(?:The|A|An|Das|Der|Die|Les|La|El|Il)\s)|;(?=\s)|\s(?=(?:1[5-9]|20)\d\d[a-z]?[,.:]\s)"
)
_WORST = 0.25
_SUBTITLE = re.compile(r":\s(?:A|An|The|How|Why|From|Essays|Studies|Notes)\s")
# "Isa Berg, Karl Moor: His Life": a full name behind a comma and no conjunction may be what the book is about.
_MAY_BE_A_LIFE = re.compile(r"^[^,/&]+\s[^,/&]+,\s[A-ZÀ-Þ][a-zà-ÿ]+\s[A-ZÀ-Þ][\w’'-]+$")
# What stands before a quoted title is its author, if every word could be a name.
_ALL_NAME_LIKE = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-Z]\.?)*,(?:\s[A-ZÀ-Þ][\w’'.-]*){1,3}|(?:[A-ZÀ-Þ][\w’'.-]*\s){1,3}(?:[a-z]{2,4}\s){0,2}[A-ZÀ-Þ][\w’'-]+"
)
# "Const. Hist." is a title cut short, "Thos. Hill" a person.
_ABBREVIATED = re.compile(r"[A-Z][a-z]{3,}\.")
_SHORT_NAMES = {"Chas.", "Thos.", "Benj.", "Alex.", "Fred.", "Theod.", "Christ.", "Friedr.", "Wilh.", "Joh.", "Ludw."}
# "A B, C D and E F": the conjunction before the last name shows that all before it are names too.
_ENDS_IN_CONJUNCTION = re.compile(r",?\s(?:and|AND|&|und|et|y|e)\s[^,]+(?:,\s[^,]+)?$")
_SPOKEN = re.compile(r"(?:\w+\s){0,2}(?:interview|conversation|letter|e-?mail|testimony|communication)\b")
# Words that stand behind a title, never at its beginning.
_NO_TITLE = re.compile(
    r"(?:vols?|nos?|pp?|S|Bd|t|T|eds?|edn|in|trans|hrsg|Hrsg|dir)\b\.?\s|(?:1[5-9]|20)\d\d[.,;)]|[\d\s.,]+$"
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
        rf"[\s,]*(?:\(\s?(?:{labels})\s?\)|\[(?:{labels})\]|(?<=[\s,])(?:{labels})(?=[\s,:]))\s*[,:.]?\s*"
    )


def rate_people(words: str) -> float:
    """How surely the words are a list of names and nothing else, 0 to 1."""
    words = words.strip(" ,;:")
    others = re.search(rf"[,/]?\s*(?:{alternatives(load_words('people')['others'])})\s*$", words)
    if others:
        words = words[: others.start()]
    if not words:
        return 0.0
    ratings: list[float] = []
    parts = [part for part in _CONJUNCTION.split(words) if part.strip()]
    for part in parts:
        persons = _rate_part([item.strip() for item in part.split(",") if item.strip()])
        if ratings and len(persons) > 1:
            return 0.0  # "A and B, Lorem Ipsum": behind the conjunction only one name follows
        ratings += persons
    if not ratings or len(ratings) > 25:
        return 0.0
    bonus = 0.1 if len(parts) > 1 or others else 0.0
    worst = min(ratings)
    if len(ratings) > 1 and worst >= 0.45 and max(ratings) >= 0.9 and _ENDS_IN_CONJUNCTION.search(words):
        worst += 0.35
    if worst <= 0.3 and "," in words and len(ratings) > 1:
        worst *= 0.5
    return min(1.0, worst + bonus) if worst else 0.0


def _rate_part(items: list[str]) -> list[float]:
    ratings: list[float] = []
    index = 0
    while index < len(items):
        if items[index] in load_words("people")["suffixes"]:
            index += 1
            continue
        following = items[index + 1] if index + 1 < len(items) else ""
        inverted = _rate_inverted(items[index], following)
        direct = _rate_direct(items[index])
        if inverted > direct or (inverted >= 0.3 and len(items[index].split()) == 1):
            ratings.append(inverted)
            index += 2
        else:
            ratings.append(direct)
            index += 1
    return ratings


def _tokens(name: str) -> list[str]:
    titles = word_set("people", "titles")
    return [word for word in name.replace(".-", ". -").split() if word.casefold() not in titles]


def _is_name_word(word: str) -> bool:
    if is_particle(word):
        return True
    if _ABBREVIATED.fullmatch(word) and word not in _SHORT_NAMES:
        return False
    return bool(_TOKEN.fullmatch(word.lstrip("-"))) and not any(char.isdigit() for char in word)


def _is_title_word(word: str) -> bool:
    return (
        not is_particle(word)
        and not _INITIAL.fullmatch(word)
        and word.rstrip(".").casefold() in word_set("people", "title_words")
        and word not in {"Max", "A", "Will"}
    )


def _is_given(word: str) -> bool:
    given = word_set("people", "given")
    return word.casefold() in given or word.split("-")[0].casefold() in given


def _rate_direct(name: str) -> float:
    words = _tokens(re.sub(r"(?<=\.)(?=[A-ZÀ-Þ])", " ", name))
    if not words or len(words) > 6 or not all(_is_name_word(word) for word in words) or is_particle(words[-1]):
        return 0.0
    if words[0] in {"La", "El", "Los", "Le"} or all(_INITIAL.match(word) for word in words):
        return 0.0
    known = _is_given(words[0]) or bool(_INITIAL.fullmatch(words[0]) and "." in words[0])
    if any(_is_title_word(word) for word in (words[1:-1] if known else words) if not _INITIAL.match(word)):
        return 0.0
    if len(words) == 1:
        return 0.0 if "." in words[0] else 0.3
    if words[0] in {"I", "A", "O", "E"}:
        return 0.0
    if any(_INITIAL.fullmatch(word) for word in words[:-1]):
        return 0.95
    if _INITIAL.fullmatch(words[-1]) and "." in words[-1]:
        return 0.8
    if known:
        return 0.7 if _is_title_word(words[-1]) and len(words) > 1 else 0.9
    if words[-1].isupper() and len(words[-1]) <= 3 and len(words) == 2:
        return 0.6
    return {2: 0.55, 3: 0.45}.get(len(words), 0.3)


def _rate_inverted(family: str, given: str) -> float:
    names, first = family.split(), _tokens(re.sub(r"(?<=\.)(?=[A-ZÀ-Þ])", " ", given))
    if not given or not names or len(names) > 4 or len(first) > 7:
        return 0.0
    if not all(_is_name_word(word) for word in names) or any(_INITIAL.fullmatch(word) for word in names):
        return 0.0
    if any(_is_title_word(word) for word in names) and not all(_INITIAL.match(word) for word in first):
        return 0.0
    if all(_INITIAL.match(word) or is_particle(word) for word in first):
        return 0.97
    if not all(_is_name_word(word) for word in first) or any(_is_title_word(word) for word in first):
        return 0.0
    own = len([word for word in names if not is_particle(word)])
    if _is_given(first[0]) and own <= 3:
        return 0.92
    if own > 2:
        return 0.0
    if any(_INITIAL.fullmatch(word) for word in first):
        return 0.9
    return 0.5 if len(first) == 1 and len(names) == 1 else 0.3


def read_head(scanned: Scanned) -> Head:
    """Read the people before the title: before the quoted title, or as far as the words are names."""
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
    words = re.sub(r",?\s+s\.\s?v\.\s*$|\s\(@\w+\),?\s*$", "", words)
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
    rating = rate_people(words)
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
        if text[pos] == "." and re.search(r"(?:^|[\s.-])[A-ZÀ-Þ][a-z]?$", words):
            words += "."
        rating = _rate_boundary(words, text, pos)
        if rating >= max(_WORST, best.rating) and (head := _complete(scanned, words, rating, found.end())):
            best = head
        if len(words.split()) > 60:
            break
    return best


def _rate_boundary(words: str, text: str, pos: int) -> float:
    rating = rate_people(words)
    if rating > 0.5 and _MAY_BE_A_LIFE.search(words):
        rating = 0.5
    if rating < 0.5 and _SUBTITLE.match(text, pos - (text[pos] == " ")):
        return 0.0
    if text[pos] in ":([" and rating:
        rating = min(1.0, rating + 0.1)
    return rating or _rate_corporate(words, text, pos)


def _rate_corporate(words: str, text: str, pos: int) -> float:
    if pos > 120 or not words[0].isupper() or not is_corporate(words) or re.search(r"[.:]\s|[()\d]", words):
        return 0.0
    if re.match(r"\s?[(\[]?(?:1[5-9]|20)\d\d[a-z]?[)\]]?[:.,]\s", text[pos:]):
        return 0.7
    return 0.0 if "," in words else {":": 0.7, ".": 0.5, ",": 0.45}.get(text[pos], 0.0)


def _complete(scanned: Scanned, words: str, rating: float, pos: int) -> Head | None:
    """The head with its role and date, None where nothing that could be a title follows."""
    text, field, date = scanned.text, "author", ""
    if role := _role_after().match(text, len(words)):
        field, pos = "editor", role.end()
    dated = re.compile(
        r"[\s,.]*[(\[](?P<date>[^()\[\]]{4,20})[)\]][\s,:.]*|[\s,.]+(?P<year>(?:1[5-9]|20)\d\d[a-z]?)\s?[:.,]\s+(?=[A-ZÀ-Þ‘“«„\"])"
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
        and field == "author"
        and not date
    ):
        return None
    if (
        _NO_TITLE.match(text, pos)
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

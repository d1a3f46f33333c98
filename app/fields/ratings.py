"""Words in, how surely they are a list of names and nothing else out."""

from __future__ import annotations

import re
from functools import cache

from app.fields.names import is_compound_inverted, is_particle, with_shared_family
from app.fields.nobility import format_nobility, is_rank
from app.wordlists import alternatives, load_words, word_set

_TOKEN = re.compile(
    r"[A-ZÀ-ÞĀ-ŽŁŚŠŽČĐİ][\w’'`.-]*|[’']t|d[’'][A-ZÀ-ÞĀ-Ž][\w-]+|al-[A-Z]\w+|O[’'][A-Z]\w+|(?:ten|ter|van|von|de|di|du|la|le|da)[A-Z][a-z][\w-]+"
)
_INITIAL = re.compile(r"(?:-?[A-ZÀ-ÞĀ-ŽŁŚŠŽČ][a-z]{0,2}\.-?)+$|[A-Z]$")
_CONJUNCTION = re.compile(r"\s*,?\s+(?:and|AND|&|und|et|y|e|with)\s+|\s*&\s*|\s*[/;]\s*|\s+[–-]\s+(?=[A-Z])")
# "Const. Hist." is a title cut short, "Thos. Hill" a person.
_ABBREVIATED = re.compile(r"[A-Z][a-z]{3,}\.")
_SHORT_NAMES = {"Chas.", "Thos.", "Benj.", "Alex.", "Fred.", "Theod.", "Christ.", "Friedr.", "Wilh.", "Joh.", "Ludw."}
# "A B, C D and E F": the conjunction before the last name shows that all before it are names too.
_PLACES = {"N.Y.", "N. Y.", "L.A.", "D.C.", "U.S.", "S.F."}
_SHORTEST_FAMILY = 2
_MOST_GIVEN = 5
_ENDS_IN_CONJUNCTION = re.compile(r",?\s(?:and|AND|&|und|et|y|e)\s[^,]+(?:,\s[^,]+)?$")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"[,/]?\s*(?:{alternatives(load_words('people')['others'])})\s*$")


def rate_people(words: str) -> float:
    """How surely the words are a list of names and nothing else, 0 to 1."""
    words = with_shared_family(words.strip(" ,;:"))
    others = _others().search(words)
    if others:
        words = words[: others.start()]
    if not words:
        return 0.0
    if is_compound_inverted(words):
        return 0.92
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


def _with_whole_von(words: list[str]) -> list[str]:
    """The words with "von" for "v." behind a given name: "Elard v. Rohden", but not "Marl v. Voss"."""
    if words[:1] == ["v."] and len(words) == 2:
        return ["von", words[1]]
    is_initial = len(words) > 2 and words[0] != "R." and bool(_INITIAL.fullmatch(words[0]))
    if is_initial and "." in words[0]:
        words = ["de" if word == "des" else word for word in words]
    is_person = is_initial or (len(words) > 2 and (_is_given(words[0]) or is_rank(words[1])))
    return ["von" if word == "v." else word for word in words] if is_person else words


def _is_name_word(word: str) -> bool:
    if is_particle(word) or is_rank(word):
        return True
    if word in load_words("people")["no_names"] or (_ABBREVIATED.fullmatch(word) and word not in _SHORT_NAMES):
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
    if format_nobility(name):
        return 0.9
    words = _with_whole_von(_tokens(re.sub(r"(?<=\.)(?=[A-ZÀ-ÞĀ-Ž])", " ", name)))
    if not words or len(words) > 6 or not all(_is_name_word(word) for word in words) or is_particle(words[-1]):
        return 0.0
    if words[0] in {"La", "El", "Los", "Le"} or all(_INITIAL.match(word) for word in words):
        return 0.0
    if len(words) == 1:
        return 0.0 if "." in words[0] or _is_title_word(words[0]) else 0.3
    return 0.0 if words[0] in {"I", "A", "O", "E"} else _rate_full_name(words)


def _rate_full_name(words: list[str]) -> float:
    """A name of two words or more: initials and known given names are sure, two capitalised words are not."""
    known = _is_given(words[0]) or bool(_INITIAL.fullmatch(words[0]) and "." in words[0])
    if any(_is_title_word(word) for word in (words[1:-1] if known else words) if not _INITIAL.match(word)):
        return 0.0
    if any(_INITIAL.fullmatch(word) for word in words[:-1]):
        return 0.95
    if _INITIAL.fullmatch(words[-1]) and "." in words[-1]:
        return 0.8
    if len(words[0]) > 2 and words[0].isupper() and not words[-1].isupper():
        return 0.85  # "DAHAN Amy"
    if known:
        return 0.7 if _is_title_word(words[-1]) and len(words) > 1 else 0.9
    if words[-1].isupper() and len(words[-1]) <= 3 and len(words) == 2:
        return 0.6
    own = [
        word
        for word in words
        if word not in {"van", "von", "de", "der", "den", "ter", "ten", "zu"} or "van" not in words
    ]
    return {2: 0.55, 3: 0.45}.get(len(own), 0.3)


def _is_imprint(family: str, given: list[str]) -> bool:
    """Whether it is "Turgot, Paris" or "Paris, F. Alcan" rather than a family name and a given name."""
    if len(given) == 1:
        return given[0].casefold() in word_set("places", "cities") and not _is_given(given[0])
    is_house = bool(_INITIAL.fullmatch(given[0])) and not _INITIAL.fullmatch(given[-1]) and not _is_given(given[-1])
    return is_house and family.casefold() in word_set("places", "cities")


def _is_in_capitals(family: str, given: list[str]) -> bool:
    """Whether the family name stands in capitals, as Brazilian and Spanish notes print it: "PRADO JÚNIOR, Caio"."""
    is_given = all(re.fullmatch(r"[A-ZÀ-ÞĀ-Ž](?:[\w’'-]*|[a-z]?\.)", word) or is_particle(word) for word in given)
    return (
        len(family) > _SHORTEST_FAMILY
        and family.isupper()
        and is_given
        and not given[0].isupper()
        and len(given) <= _MOST_GIVEN
    )


def _is_family(names: list[str]) -> bool:
    """Whether the words may be a family name; of two, "Under Fire" and "John Tierney" are none."""
    if not all(_is_name_word(word) for word in names) or any(_INITIAL.fullmatch(word) for word in names):
        return False
    return len(names) == 1 or not (_is_title_word(names[0]) or (_is_given(names[0]) and not is_particle(names[1])))


def _rate_inverted(family: str, given: str) -> float:
    names, first = family.split(), _tokens(re.sub(r"(?<=\.)(?=[A-ZÀ-ÞĀ-Ž])", " ", given))
    if re.match(r"[Ll][’'][A-ZÀ-Þ]", given):
        return 0.0  # "Sorel, L’Europe"
    if len(names) > 1 and given in _PLACES:
        return 0.0  # "Salt Is Dear, N.Y. TIMES"
    if not given or not names or len(names) > 4 or len(first) > 7 or {*first} & {*load_words("people")["no_names"]}:
        return 0.0
    if not _is_family(names):
        return 0.0
    if any(_is_title_word(word) for word in names) and not all(_INITIAL.match(word) for word in first):
        return 0.0
    if all(_INITIAL.match(word) or is_particle(word) for word in first):
        return 0.97
    if _is_imprint(family, first):
        return 0.0
    if _is_in_capitals(family, first):
        return 0.95
    return _rate_given(names, first)


def _rate_given(names: list[str], first: list[str]) -> float:
    """How surely given names follow a family name: a known one is sure, an unknown word alone hardly."""
    if not all(_is_name_word(word) for word in first) or any(_is_title_word(word) for word in first):
        return 0.0
    own = len([word for word in names if not is_particle(word)])
    if _is_given(first[0]) and own <= 3:
        return 0.92
    if own > 2:
        return 0.0
    if first[-1] in {"I", "V", "X"} and len(first) > 1:
        return 0.0  # "von Bar, Deliktsrecht I"
    if len(first) == 1 and first[0].isupper() and len(first[0]) > _SHORTEST_FAMILY and not names[0].isupper():
        return 0.0  # "Roth, BGB"
    if any(_INITIAL.fullmatch(word) for word in first):
        return 0.98 if any(_is_given(word) for word in first) else 0.9
    return 0.5 if len(first) == 1 and len(names) == 1 else 0.3

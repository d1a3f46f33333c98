"""A line of an article's head in, the people named in it out as a name field; "" where it is no byline."""

from __future__ import annotations

import re
from functools import cache

from app.given_names import is_given_name, is_spanish_given_name
from app.people import read_people, write_people
from app.wordlists import alternatives, load_words, word_set

_BULLET = re.compile(r"^[\s•·*◦▪■–—\-|]+")
_SIGNS = re.compile(r"[\d¹²³⁰-⁹*†‡§¶#✉\[\]]+|\(\s*\)")
_DEGREES = re.compile(
    r",?\s+(?:Ph\.?\s?D\.?|M\.?A\.?|Dr\.?|Prof\.?|MD|D\.?Phil\.?)(?=\s|,|;|$)|^(?:Dr|Prof|Professor|Sir|Dame)\.?\s+(?:Dr\.?\s+)?"
)
# "o. Univ.-Prof. Dr. Karl Moor, Köln": how German law reviews present their authors, with the city behind.
_PRESENTED = re.compile(
    r"^(?:(?:(?:o|em|ao|h|iur|jur|phil|habil|c|Ass|Mag|wiss|Mitarb)\.|(?:Hon|Univ|apl)\.-?\s?Prof\.|Prof(?:\.|essor(?:in)?)|Dres?\."
    r"|PD|Priv\.-?\s?Doz\.|Privatdozent(?:in)?|Rechtsanw(?:alt|ältin)|RAi?n?|Richter(?:in)?|Ri?BGH)\s*)+"
    r"(?P<name>[A-ZÀ-Þ][^,;]{3,60})(?:,\s(?:LL\.\s?M\.)?[^,;]{0,40})?$"
)
_BETWEEN = re.compile(r"\s*(?:;|·|•|\||\s&\s|,?\s(?:and|und|et|y|e|en|og|och|i)\s|/)\s*")
_WORD = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ŽА-Я][^\W\d_]*(?:[-'’.][^\W\d_]+)*\.?|(?:[A-ZÀ-Þ]\.-?)+|(?:[dDlL]|[dD]all|[dD]ell)['’][A-ZÀ-Þ][^\W\d_]+|Mc[A-Z]\w+)"
)
_NUMERAL = re.compile(r"[IVX]{1,4}\.")
_FAMILY = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ’'-]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*")
_INITIAL = re.compile(r"[^\W\d_]\.")
_CAPITALS = re.compile(r"[A-ZÀ-Þ]{3,}")


def read_byline(line: str, is_spanish: bool = False) -> str:
    """The names in a byline, as a name field; in a Spanish one each with both family names.

    Example: "By Ida M. BrandtEmail author" gives "Brandt, Ida M."; a title or an address gives "".
    """
    if len(line) > 300:
        return ""
    plain = " ".join(_after_names().sub(" ", _BULLET.sub("", line)).split())
    plain = _in_small_letters(_by().sub("", plain))
    if (presented := _PRESENTED.match(plain)) and ("Dr" in plain or "Prof" in plain):
        plain = presented["name"]
    plain = " ".join(_DEGREES.sub("", _SIGNS.sub(" ", plain)).split()).strip(" ,;:")
    if not plain or plain[-1] in "?!:":
        return ""
    if re.fullmatch(r"[^\s,]+, (?:[A-ZÀ-Þ]\.[ -]?)+", plain):
        return write_people(read_people(plain))
    names = [name for part in _BETWEEN.split(plain) for name in _divide_commas(part)]
    if not names or len(names) > 15 or not all(_is_name(name) for name in names):
        return ""
    return write_people(read_people(" and ".join(_with_both(name) if is_spanish else name for name in names)))


def _with_both(name: str) -> str:
    """A Spanish name with both family names before the comma: "Tomás Roldán Solís" is "Roldán Solís, Tomás"."""
    words = name.split()
    if len(words) < 3 or not is_spanish_given_name(words[0]) or "," in name or not all(map(_FAMILY.fullmatch, words)):
        return name
    if is_given_name(words[-2]):
        return name
    return f"{' '.join(words[-2:])}, {' '.join(words[:-2])}"


def is_marked_byline(line: str) -> bool:
    """Whether the line says itself that names follow: "By Jane Roe", "Von ...", "Author(s): ..."."""
    return bool(_by().match(_BULLET.sub("", line)) or _BULLET.match(line) or _after_names().search(line))


def has_given_name(people: str) -> bool:
    """Whether the first of the people has a given name that is known as one, or an initial."""
    given = people.split(" and ")[0].partition(", ")[2].split()
    return any(_INITIAL.match(word) or is_given_name(word) for word in given)


def _divide_commas(part: str) -> list[str]:
    return [name.strip() for name in part.split(",") if name.strip()]


def _is_name(name: str) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 6 or words[0].casefold() in word_set("page", "articles"):
        return False
    if _NUMERAL.fullmatch(words[0]) and words[1].casefold() in word_set("page", "articles"):
        return False  # "I. Die Debatte" heads a section
    own = [word for word in words if word.casefold() not in word_set("page", "particles")]
    if len(own) < 2 or not all(_WORD.fullmatch(word) for word in own):
        return False
    folded = {word.casefold().strip(".") for word in words}
    return not folded & word_set("page", "institution_words")


def _in_small_letters(line: str) -> str:
    """A byline printed in capitals, "JENDRIK SCHOLZ", as people write it; capitals in a mixed one are left."""
    if not line.isupper() or not _CAPITALS.search(line):
        return line
    small = word_set("page", "particles") | {"and"}
    words = (
        word.lower() if word.casefold() in small else word.title() if len(word) > 2 else word for word in line.split()
    )
    return " ".join(words)


@cache
def _after_names() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(load_words('page')['after_name_words'])})\.?(?![a-z]).{{0,40}}?$|\bORCID\S*$")


@cache
def _by() -> re.Pattern[str]:
    words = alternatives(load_words("page")["by_words"])
    return re.compile(rf"^(?:(?:{words})\s+(?=[A-ZÀ-Þ])|authors?(?:\(s\))?\s*:\s*)", re.I)

"""A language's lists and chance in, a work that could exist out: what each slot of a style is filled with."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "facts"
_HOW_MANY = (1, 1, 1, 1, 1, 1, 2, 2, 3, 4)
_ROMANS = {1: "I", 4: "IV", 5: "V", 9: "IX", 10: "X", 40: "XL", 50: "L", 90: "XC", 100: "C"}
_EDITIONS = {
    "en": ("2nd ed.", "3rd edn", "rev. ed.", "2d ed.", "4th ed.", "2nd edn", "5th ed"),
    "de": ("2. Aufl.", "3., überarb. Aufl.", "2. Auflage", "4. Aufl.", "5., neubearb. Aufl."),
    "fr": ("2e éd.", "nouv. éd.", "3e édition", "éd. revue"),
    "es": ("2a ed.", "3.ª ed.", "2ª edición", "nueva ed."),
    "it": ("2a ed.", "seconda edizione", "nuova ed."),
    "pt": ("2.ª ed.", "3. ed.", "2ª ed."),
}
_ALONE = ("addressee", "reviewed", "editor2")
_QUOTES = {
    "en": ("“”", "‘’", "\"\""), "de": ("„“", "»«"), "fr": ("“”", "«»"), "es": ("«»", "“”"), "it": ("«»", "“”"),
    "pt": ("«»", "“”"),
}  # fmt: skip
_SEASONS = ("Spring", "Summer", "Fall", "Autumn", "Winter")
_ADDRESSES = (
    "www.{}.org/{}",
    "http://www.{}.com/{}.html",
    "https://{}.ac.uk/{}",
    "https://www.{}.net/{}/",
    "http://{}.de/{}.pdf",
)


@cache
def lists(language: str) -> dict[str, Any]:
    """The lists of a language."""
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


@dataclass
class Work:
    """A made-up work.

    Attributes:
        people: given and family names of the authors, editors, translators.
        values: what is printed for every other slot.
    """

    language: str
    people: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


def invent(language: str, chance: random.Random) -> Work:
    """A work with a value for every slot; a style prints of it what its kind has."""
    known = lists(language)
    work = Work(language)
    for role in ("author", "editor", "translator", *_ALONE):
        count = 1 if role in ("translator", *_ALONE) else chance.choice(_HOW_MANY)
        work.people[role] = [_person(language, chance) for _ in range(count)]
    values = {slot: chance.choice(known[slot]) for slot in ("place", "publisher", "series", "archive", "genre")}
    values |= {"place2": chance.choice(known["place"]), "publisher2": chance.choice(known["publisher"])}
    values |= {"shelfmark": _numbered(chance.choice(known["shelfmark"]), chance)}
    values |= {"title": invent_title(language, chance), "container": invent_title(language, chance)}
    values |= {"journal": chance.choice(known["journal"]), "newspaper": chance.choice(known["newspaper"])}
    values |= {"institution": chance.choice(known["institution"]), "body": chance.choice(known["body"])}
    values |= {"agency": chance.choice(known["newspaper"]), "edition": chance.choice(_EDITIONS[language])}
    values |= _numbers(chance) | _dates(known, chance)
    name = re.sub(r"\W", "", chance.choice(known["body"]).lower())[:12]
    page = "-".join(re.findall(r"[a-z]+", values["title"].lower())[:4]) or str(chance.randint(100, 99999))
    values |= {"url": chance.choice(_ADDRESSES).format(name, page), "doi": _doi(chance)}
    work.values = values
    return work


def invent_title(language: str, chance: random.Random) -> str:
    """A title by one of the language's patterns: "The Crisis of the Parish: Law in Lancashire, 1750–1850"."""
    known = lists(language)

    def fill(slot: re.Match[str]) -> str:
        if slot[1] == "year":
            return str(chance.randint(1500, 1990))
        return str(chance.choice(known[slot[1]]))

    title = re.sub(r"\{(\w+)\}", fill, chance.choice(known["titles"]))
    title = title[:1].upper() + title[1:]
    if chance.random() < 0.12:
        title = f"{title}. {invent_title(language, chance)}" if len(title) < 60 else title
    return _with_marks(title, language, chance)


def _with_marks(title: str, language: str, chance: random.Random) -> str:
    """Mostly the title; sometimes with a quotation, a question mark or years in it."""
    known, kind = lists(language), chance.random()
    if kind < 0.04:
        opening, closing = chance.choice(_QUOTES[language])
        return f"{opening}{chance.choice(known['topic'])}{closing}: {title}"
    if kind < 0.07 and len(title) < 60:
        return f"{title}? {invent_title(language, chance)}"
    if kind < 0.11 and not title[-1].isdigit():
        first = chance.randint(1500, 1980)
        return f"{title}, {first}{chance.choice('–-')}{first + chance.randint(1, 90)}"
    if kind < 0.13:
        return f"{title}, {chance.randint(1500, 1980)}"
    return title


def _person(language: str, chance: random.Random) -> tuple[str, str]:
    known = lists(language)
    given = chance.choice(known["given"])
    if language in ("en", "de", "it") and chance.random() < 0.3:
        given += " " + (
            f"{chance.choice('ABCDEFGHJKLMNPRSTW')}." if chance.random() < 0.7 else chance.choice(known["given"])
        )
    family = chance.choice(known["family"])
    if language in ("es", "pt") and chance.random() < 0.5 and " " not in family:
        family += " " + chance.choice([name for name in known["family"] if " " not in name])
    return given, family


def _numbered(pattern: str, chance: random.Random) -> str:
    return pattern.format(n=chance.choice((chance.randint(1, 99), chance.randint(100, 9999))))


def _numbers(chance: random.Random) -> dict[str, str]:
    volume, number = chance.choice((chance.randint(1, 40), chance.randint(1, 150))), chance.randint(1, 12)
    first = chance.choice((chance.randint(1, 99), chance.randint(100, 1200)))
    last = first + chance.randint(2, 45)
    dash = chance.choice("––--") if chance.random() < 0.93 else "--"
    short = str(last)[-2:] if last > 99 and str(first)[:-2] == str(last)[:-2] and chance.random() < 0.35 else str(last)
    at = chance.randint(first, last)
    locator = chance.choice((str(at), str(at), str(at), f"{at}{dash}{at + chance.randint(1, 4)}", f"{at}, {at + 3}"))
    return {
        "volume": str(volume),
        "number": chance.choice((str(number), str(number), f"{number}–{number + 1}", f"{number}/{number + 1}")),
        "number2": str(number + 1),
        "volumes": chance.choice(("2", "2", "3", "4", "5", "8", "10", "two", "three")),
        "roman": roman(chance.randint(1, 90)),
        "lowroman": roman(chance.randint(1, 60)).lower(),
        "firstpage": str(first),
        "pages": f"{first}{dash}{short}",
        "locator": locator,
        "pagetotal": str(chance.randint(80, 900)),
        "edition2": str(chance.randint(2, 9)),
    }


def roman(number: int) -> str:
    """A number in Roman figures."""
    figures = ""
    for value, figure in sorted(_ROMANS.items(), reverse=True):
        while number >= value:
            figures, number = figures + figure, number - value
    return figures


def _dates(known: dict[str, Any], chance: random.Random) -> dict[str, str]:
    year = chance.choice((chance.randint(1840, 1949), chance.randint(1950, 2021), chance.randint(1950, 2021)))
    day, month = chance.randint(1, 28), chance.randint(0, 11)
    name, short = known["months"][month], known["short_months"][month]
    english = known["months"][0] == "January"
    whole = [f"{day} {name} {year}", f"{day} {name} {year}", f"{day} {short} {year}"]
    whole += [f"{name} {day}, {year}", f"{short} {day}, {year}"] if english else []
    whole += [f"{day}. {name} {year}"] if known["months"][0] == "Januar" else []
    whole += [f"{day} de {name} de {year}"] if known["months"][0] in ("enero", "janeiro") else []
    dotted = f"{day}.{month + 1}.{year}"
    later = f"{chance.randint(1, 28)} {known['months'][chance.randint(0, 11)]} {chance.randint(2004, 2023)}"
    return {
        "year": str(year) if chance.random() < 0.95 else f"{year}–{str(year + 1)[-2:]}",
        "year2": str(year),
        "yearspan": f"{year}{chance.choice('–-')}{str(year + chance.randint(1, 9))[chance.choice((0, 2)) :]}",
        "origyear": str(year - chance.randint(5, 90)),
        "season": chance.choice(_SEASONS),
        "month": name if chance.random() < 0.7 else short,
        "month2": known["months"][min(11, month + 2)],
        "monthday": f"{name} {day}",
        "date": chance.choice(whole),
        "shortdate": f"{known['short_months'][month]} {day}, {year}",
        "dotdate": dotted if chance.random() < 0.6 else f"{day}. {name} {year}",
        "dotdate2": f"{chance.randint(1, 28)}.{chance.randint(1, 12)}.{chance.randint(2004, 2023)}",
        "urldate": later,
    }


def _doi(chance: random.Random) -> str:
    doi = f"10.{chance.randint(1000, 9999)}/{chance.choice(('j.', 's', 'S', ''))}{chance.randint(1000, 9999999)}"
    return chance.choice((f"https://doi.org/{doi}", f"doi:{doi}", f"DOI: {doi}", f"doi: {doi}"))

"""Labelled references in, the works they name out: house styles then print real titles as well as invented ones."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from typing import Any

from app.fields.names import format_people
from benchmarks.training.facts import Work, invent

_EDGES = " .,;:()[]-–—\t\n"
_QUOTES = "“”‘’«»„\"'"
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt")
_LONGEST_TITLE, _SHORTEST_TITLE = 160, 12
_MOST_PEOPLE = 6
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s[\w.’'-]+){0,3}")
_TAKEN = {"journal": "journal", "container-title": "container", "publisher": "publisher", "location": "place"}


def works_of(records: Iterable[dict[str, Any]], chance: random.Random) -> list[Work]:
    """A work for each reference with a usable title; what the reference lacks is invented."""
    return [work for record in records if (work := _work(record, chance))]


def _work(record: dict[str, Any], chance: random.Random) -> Work | None:
    fields = record["fields"]
    title = _tidy(fields.get("title", ""))
    language = record.get("lang")
    if not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE or language not in _LANGUAGES or _is_odd(title):
        return None
    work = invent(str(language), chance)
    work.values["title"] = title
    for label, slot in _TAKEN.items():
        value = re.sub(r"^(?:In|in|IN|In:|Dans|in:)\s", "", _tidy(fields.get(label, "")))
        if value and not _is_odd(value) and len(value) < _LONGEST_TITLE:
            work.values[slot] = value
    for role in ("author", "editor"):
        if people := _people(fields.get(role, "")):
            work.people[role] = people
    return work


def _tidy(words: str) -> str:
    words = " ".join(words.split()).strip(_EDGES)
    return words.strip(_QUOTES).strip(_EDGES)


def _is_odd(words: str) -> bool:
    return any(sign in words for sign in _QUOTES) or words.isupper() or words.count("(") != words.count(")")


def _people(printed: str) -> list[tuple[str, str]]:
    if not printed.strip() or any(char.isdigit() for char in printed):
        return []
    people = []
    for name in format_people(printed.strip(_EDGES)).split(" and "):
        family, _, given = name.partition(", ")
        if not (_NAME.fullmatch(family) and _NAME.fullmatch(given)) or len(family) > 25 or len(given) > 25:
            return []
        people.append((given, family))
    return people[:_MOST_PEOPLE]

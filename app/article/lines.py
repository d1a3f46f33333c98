"""A line around an article in, whether it says nothing of the article itself out: menus, addresses, archives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from app.wordlists import alternatives, function_words, load_words, word_set

COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)", re.I)
PUBLISHED = re.compile(
    r"^(?:first )?published(?: online)?\b|^(?:online )?(?:publication|issue) date\b|^erschienen|^mis? en ligne|"
    r"^publicado",
    re.I,
)
_NOISE = re.compile(
    r"^(?:https?://|www\.|doi\b|issn\b|e-?issn\b|isbn\b|pages? \d|pp?\. \d|e-?mail|accessed|"
    r"downloaded|stable url|published by|"
    r"\(?(?:received|accepted|recepción|recibido|fecha de|aprobación|aprobado|aceptado|aceptación|reçu|accepté|"
    r"eingegangen|recebido|aceito|ricevuto)\b\D{0,25}\d|"
    r"keywords?\s*:|abstract\s*:|\d+\s+(?:views|downloads|citations|accesses|altmetric)|first online|"
    r"online publication)|"
    r"\S+@\S+\.\w+|\s{3,}|\bISSN\b|^(?:mon|tue|wed|thu|fri|sat|sun)\w*,? .*\d\d?:\d\d|"
    r"^(?:[^\W\d_]+ ?[|·•] ?){2,}",
    re.I,
)
_SECTION = re.compile(r"^(?:[IVX]{1,4}|\d{1,2})[.)]?\s+(?=\S)")
_BAR = re.compile(r"\s?[|•·]")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_NAME = 100
# "Home > Journals > Polar Review > Vol. 3", "Inicio » Archivo » Núm. 58"; French quotation marks come in pairs.
_PATH = re.compile(r"^(?!.*«)(?:[^>»›→]{1,60}\s?[>»›→]\s?){2,}[^>»›→]*$")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def is_noise(line: str) -> bool:
    """Whether a line of the head is the page's and holds neither title nor names.

    Example: "Abstract", "Received 3 May 2010", "Résumé | Index | Plan | Texte".
    """
    plain = _SECTION.sub("", line.strip(" \t•*#:|."))
    folded = _BAR.split(plain)[0].strip().casefold()
    if not _LETTERS.search(plain) or folded in word_set("page", "page_words") or folded in word_set("page", "by_words"):
        return True
    stripped = line.strip()
    return bool(
        _NOISE.search(stripped)
        or _PATH.match(stripped)
        or COPYRIGHT.match(plain)
        or PUBLISHED.match(plain)
        or _archive().match(stripped)
    )


def names_journal(line: str) -> bool:
    """Whether a line has a word that journals are called by: "Review", "Revue", "Zeitschrift"."""
    return bool({word.casefold() for word in _WORD.findall(line)} & word_set("page", "journal_name_words"))


def spelt_out(journal: str, lines: Iterable[str]) -> str:
    """The line that names a journal in full where the page's own citation shortens it: "J Port Hist"; else the name."""
    short = [word.casefold().rstrip(".") for word in journal.split()]
    return next((line.strip(" ,") for line in lines if names_journal(line) and _spells_out(line, short)), journal)


def _spells_out(line: str, short: Sequence[str]) -> bool:
    words = [word for word in _WORD.findall(line.casefold()) if word not in function_words()]
    if len(words) != len(short) or len(words) < 2 or words == short or len(line) > _LONGEST_NAME:
        return False
    return all(full.startswith(part) for part, full in zip(short, words, strict=True))


@cache
def _archive() -> re.Pattern[str]:
    words = load_words("page")
    return re.compile(rf"{alternatives(words['download_lines'])}|(?i:{alternatives(words['head_lines'])})")

"""A line around an article in, whether it says nothing of the article itself out: menus, addresses, archives."""

from __future__ import annotations

import re
from functools import cache

from app.wordlists import alternatives, load_words, word_set

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
        _NOISE.search(stripped) or COPYRIGHT.match(plain) or PUBLISHED.match(plain) or _archive().match(stripped)
    )


def names_journal(line: str) -> bool:
    """Whether a line has a word that journals are called by: "Review", "Revue", "Zeitschrift"."""
    return bool({word.casefold() for word in _WORD.findall(line)} & word_set("page", "journal_name_words"))


@cache
def _archive() -> re.Pattern[str]:
    words = load_words("page")
    return re.compile(rf"{alternatives(words['download_lines'])}|(?i:{alternatives(words['head_lines'])})")

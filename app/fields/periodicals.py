"""The words before a citation's numbers in, the journal, newspaper, broadcast or web site they name out."""

from __future__ import annotations

import re

from app.fields.kinds import JOURNAL_PIECES, has_word, is_day
from app.fields.peeling import clean_title, split_at_stops
from app.fields.spoken import read_presented
from app.fields.tails import Tail

_SITE_DATES = {"last modified", "updated", "posted", "published", "last updated"}
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}\b")
_BEFORE_DATE = re.compile(r"\s(?:vom|von|of|du|del|dated|issue of|no\. of)$")


def read_periodical(words: str, tail: Tail) -> dict[str, str]:
    """What stands between a quoted title and the numbers.

    A journal; a newspaper or agency, perhaps with its owner; a programme and its station; a web site's organisation.
    """
    words = _BEFORE_DATE.sub("", words)
    if not words:
        return {}
    parts = [words[begin:end].strip(" ,.") for begin, end in split_at_stops(words, ",.")]
    named = [part for part in parts if part and part not in _SITE_DATES]
    on_web = bool({"url", "accessed"} & set(tail.pieces))
    is_organisation = any(has_word(part, "organisation_words") for part in named)
    if len(named) < len([part for part in parts if part]) or (
        on_web and is_organisation and not has_word(words, "newspaper_words")
    ):
        return {"organization": ", ".join(named)}
    if presented := read_presented(words):
        return presented
    if len(named) == 2 and not JOURNAL_PIECES & set(tail.pieces):
        if has_word(named[1], "broadcast_words") or _CALL_SIGN.match(named[1]):
            return {"series": named[0], "publisher": named[1]}
        return {"journaltitle": named[0], "publisher": named[1]}
    if has_word(words, "programme_words"):
        return {"series": words}
    return {"journaltitle": words}


def split_title_and_journal(words: str, tail: Tail) -> dict[str, str]:
    """Part an unquoted title from the periodical behind it ("Looms and wages. Economic Record"); a lone newspaper has no title."""
    words = _BEFORE_DATE.sub("", words)
    if "journaltitle" in tail.fields:
        return {"title": clean_title(words)}
    cuts = [begin for begin, _ in split_at_stops(words)[1:]]
    if not cuts:
        is_daily = is_day(tail.fields.get("date", "")) and words.isupper()
        return (
            {"journaltitle": words} if has_word(words, "newspaper_words") or is_daily else {"title": clean_title(words)}
        )
    cut = max(cuts, key=lambda begin: _rate_journal(words, begin) + begin / 10000)
    return {"title": clean_title(words[:cut]), "journaltitle": clean_title(words[cut:])}


def _rate_journal(words: str, begin: int) -> float:
    """How well the words from `begin` on would do as a periodical's name behind a title."""
    name = words[begin:].strip(" ,.")
    parts = name.split()
    if not parts:
        return -5
    rating = 3.0 if has_word(name, "journal_words") or has_word(name, "newspaper_words") else 0.0
    rating += 1.5 if words[:begin].rstrip()[-1:] in ".?!" else 0.0
    rating += 1.0 if all(part[0].isupper() or len(part) <= 3 for part in parts) else 0.0
    rating -= 0.3 * max(0, len(parts) - 8)
    if not parts[0][0].isupper() and parts[0][0] not in '«“„"':
        rating -= 2.0
    is_broken = bool(re.search(r"[.?!]\s", name)) and not re.search(r"\b[A-Z][a-z]{0,4}\.\s", name)
    return rating - (2.0 if is_broken else 0.0)

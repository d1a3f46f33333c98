"""Wording: the level a field reached in, the reason as a reader would say it out."""

from __future__ import annotations

from app.matching.agreeing import Levels
from app.matching.outcome import Agreement, Reason
from app.matching.traits import Traits
from app.matching.weighing import weight_of

_EQUAL, _NEAR, _DIFFERENT, _MISSING = Agreement.EQUAL, Agreement.NEAR, Agreement.DIFFERENT, Agreement.MISSING
_WORDS: dict[tuple[str, str], tuple[Agreement, str]] = {
    ("title", "same"): (_EQUAL, "same title"),
    ("title", "short"): (_EQUAL, "same short title"),
    ("title", "generic"): (_EQUAL, "a title that many items bear"),
    ("title", "spelling"): (_NEAR, "title differs in spelling"),
    ("title", "astray"): (_NEAR, "title run together with other fields"),
    ("title", "cut"): (_NEAR, "one title breaks off"),
    ("title", "longer"): (_NEAR, "one title is longer"),
    ("title", "word"): (_NEAR, "title differs in one word"),
    ("title", "number"): (_NEAR, "title differs in a number"),
    ("title", "most"): (_NEAR, "title differs in some words"),
    ("title", "some"): (_DIFFERENT, "titles share some words only"),
    ("title", "different"): (_DIFFERENT, "different titles"),
    ("author", "same"): (_EQUAL, "same authors"),
    ("author", "first"): (_NEAR, "same first author"),
    ("author", "near"): (_NEAR, "authors nearly agree"),
    ("author", "some"): (_DIFFERENT, "authors agree in part only"),
    ("author", "different"): (_DIFFERENT, "different authors"),
    ("venue", "same"): (_EQUAL, "same journal"),
    ("venue", "near"): (_NEAR, "journal written differently"),
    ("venue", "kind"): (_DIFFERENT, "a journal in one, a book in the other"),
    ("venue", "different"): (_DIFFERENT, "different journals"),
    ("publisher", "same"): (_EQUAL, "same publisher"),
    ("publisher", "near"): (_NEAR, "publisher written differently"),
    ("publisher", "different"): (_DIFFERENT, "different publishers"),
    ("date", "day"): (_EQUAL, "same day"),
    ("date", "same"): (_EQUAL, "same year"),
    ("date", "one"): (_NEAR, "year 1 apart"),
    ("date", "other day"): (_DIFFERENT, "another day"),
    ("volume", "same"): (_EQUAL, "same volume"),
    ("volume", "different"): (_DIFFERENT, "different volumes"),
    ("number", "same"): (_EQUAL, "same number"),
    ("number", "different"): (_DIFFERENT, "different numbers"),
    ("pages", "same"): (_EQUAL, "same pages"),
    ("pages", "first"): (_EQUAL, "same first page"),
    ("pages", "last"): (_NEAR, "same last page"),
    ("pages", "within"): (_NEAR, "pages of one lie in the other's"),
    ("pages", "online"): (_NEAR, "one paged before its volume was out"),
    ("pages", "different"): (_DIFFERENT, "different pages"),
    ("doi", "same"): (_EQUAL, "same DOI"),
    ("doi", "version"): (_NEAR, "DOIs of two versions"),
    ("doi", "different"): (_DIFFERENT, "different DOIs"),
    ("identifier", "same"): (_EQUAL, "same eprint or PubMed number"),
    ("identifier", "url"): (_EQUAL, "same address"),
    ("identifier", "isbn"): (_EQUAL, "same ISBN"),
    ("identifier", "other isbn"): (_DIFFERENT, "different ISBNs"),
    ("identifier", "different"): (_DIFFERENT, "different eprint or PubMed numbers"),
    ("abstract", "same"): (_EQUAL, "same abstract"),
    ("abstract", "different"): (_DIFFERENT, "different abstracts"),
}
_FIELDS = {"venue": "journaltitle", "identifier": "eprint"}


def reasons_for(a: Traits, b: Traits, levels: Levels) -> tuple[Reason, ...]:
    """Every field that at least one of the two entries has, as a reason, strongest first."""
    reasons = [_reason(field, level, a, b, levels) for field, level in levels.items()]
    reasons += _beyond_weights(a, b)
    told = [reason for reason in reasons if reason is not None]
    return tuple(sorted(told, key=lambda reason: -abs(reason.weight)))


def _reason(field: str, level: str, a: Traits, b: Traits, levels: Levels) -> Reason | None:
    name = _FIELDS.get(field, field)
    if field == "identifier" and level != "same":
        name = "isbn" if "isbn" in level else "url" if level == "url" else name
    if field == "venue" and not (a.venue and b.venue):
        name = "booktitle" if a.in_book or b.in_book else name
    if level == "missing":
        return Reason(name, _MISSING, _lacking(field), 0.0) if _is_known(field, a) != _is_known(field, b) else None
    agreement, words = _WORDS.get((field, level), (_DIFFERENT, ""))
    if field == "date" and not words:
        words = f"years {abs((a.year or 0) - (b.year or 0))} apart"
    if field == "title" and levels.title_words.is_crossed:
        agreement, words = _NEAR, f"title and journal in each other's place, {words}"
    if field == "title" and level in ("word", "number"):
        words = _with_words(words, levels)
    if name == "booktitle":
        words = words.replace("journal", "book") if level != "kind" else words
    return Reason(name, agreement, words, weight_of(field, level))


def _with_words(words: str, levels: Levels) -> str:
    """The words themselves added, in an order of their own: "title differs in one word (men, women)"."""
    differing = sorted(" ".join(only) for only in (levels.title_words.only_first, levels.title_words.only_second))
    shown = ", ".join(word for word in differing if word)
    return f"{words} ({shown})" if shown else words


def _lacking(field: str) -> str:
    return f"one has no {'journal' if field == 'venue' else 'DOI' if field == 'doi' else field}"


def _is_known(field: str, traits: Traits) -> bool:
    values = {
        "title": traits.title, "author": traits.people, "venue": traits.venue or traits.in_book, "date": traits.year,
        "volume": traits.volume, "number": traits.number, "pages": traits.first_page, "doi": traits.doi,
        "publisher": traits.publisher,
    }  # fmt: skip
    return bool(values.get(field))


def _beyond_weights(a: Traits, b: Traits) -> list[Reason]:
    """What decides by itself and therefore has no weight: edition and chapter."""
    found = []
    if a.edition >= 0 and b.edition >= 0:
        same = a.edition == b.edition
        found.append(
            Reason("edition", _EQUAL if same else _DIFFERENT, "same edition" if same else "different editions", 0.5)
        )
    if a.chapter and b.chapter:
        same = a.chapter == b.chapter
        found.append(
            Reason("chapter", _EQUAL if same else _DIFFERENT, "same chapter" if same else "different chapters", 0.5)
        )
    return found

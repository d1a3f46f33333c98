"""Relating: two entries whose titles agree in, how they belong together without being one work out."""

from __future__ import annotations

from app.matching.agreeing import Levels
from app.matching.outcome import Relation
from app.matching.traits import Traits
from app.matching.venues import compare_venues

AGREEING_TITLES = frozenset({"same", "spelling", "short", "longer", "cut", "astray"})
_ALIKE = frozenset({"same", "near"})
_SAME_PEOPLE = frozenset({"same", "first", "near"})
_OTHER_PEOPLE = frozenset({"different", "some"})
_OTHER_YEAR = frozenset({"one", "few", "different"})


def relation_of(a: Traits, b: Traits, levels: Levels) -> Relation | None:
    """The first relation that fits, None where nothing speaks for one; the order of the two entries does not matter."""
    if levels.title == "different" and not _is_translated(a, b):
        return _of_book(a, b, levels) if {a.kind, b.kind} == {"book", "part"} else None
    return (
        _by_mark(a, b, levels)
        or _of_book(a, b, levels)
        or _by_part(a, b, levels)
        or _by_language(a, b, levels)
        or _by_edition(a, b, levels)
        or _by_publication(a, b, levels)
    )


def _by_mark(a: Traits, b: Traits, levels: Levels) -> Relation | None:
    """An erratum, a reply to or a review of a work, against the work: the mark stands on one side only."""
    only = a.marks ^ b.marks
    if not only or levels.title in ("generic", "missing"):
        return None
    if "erratum" in only:
        return Relation.ERRATUM
    # An article's type says little: the same people's article in the same journal is no review of itself.
    is_one_article = a.kind == b.kind == "article" and levels.venue in _ALIKE and levels.author not in _OTHER_PEOPLE
    if ("review" in only or ("reviewing" in only and not is_one_article)) and _holds_title(a, b):
        return Relation.REVIEW_OF
    return Relation.REPLY if "reply" in only and _holds_title(a, b) else None


def _holds_title(a: Traits, b: Traits) -> bool:
    """Whether the one without the mark is named in the title of the other."""
    shorter, longer = sorted((a, b), key=lambda traits: len(traits.title))
    words = set(shorter.main.split()) & set(shorter.content)
    return bool(words) and len(words & set(longer.content)) >= 0.8 * len(words)


def _of_book(a: Traits, b: Traits, levels: Levels) -> Relation | None:
    """A chapter and the book it stands in, or two chapters that are cited by their book's title."""
    if {a.kind, b.kind} == {"book", "part"}:
        book, chapter = (a, b) if a.kind == "book" else (b, a)
        return Relation.CHAPTER_OF if compare_venues(*sorted((book.title, chapter.in_book))) in _ALIKE else None
    if a.chapter and b.chapter and a.chapter != b.chapter:
        return Relation.PART
    if a.kind == b.kind == "part" and not a.in_book and not b.in_book and levels.pages == "different":
        return Relation.PART
    return None


def _by_part(a: Traits, b: Traits, levels: Levels) -> Relation | None:
    """Part I against Part II, volume 1 of a book against volume 2."""
    if levels.pages == "same" or levels.author in ("different", "some"):
        return None
    if levels.author == "missing" and levels.venue not in _ALIKE and levels.publisher not in _ALIKE:
        return None
    if a.parts and b.parts and a.parts != b.parts:
        return Relation.PART
    is_bound = {a.kind, b.kind} <= {"book", ""} and "book" in (a.kind, b.kind) and not a.venue and not b.venue
    return Relation.PART if is_bound and levels.volume == "different" and levels.title in AGREEING_TITLES else None


def _is_translated(a: Traits, b: Traits) -> bool:
    return bool(a.origtitle and a.origtitle == b.title) or bool(b.origtitle and b.origtitle == a.title)


def _by_language(a: Traits, b: Traits, levels: Levels) -> Relation | None:
    if _is_translated(a, b):
        return Relation.TRANSLATION
    if levels.title not in AGREEING_TITLES or levels.author not in _SAME_PEOPLE:
        return None
    if a.language and b.language and a.language != b.language:
        return Relation.TRANSLATION
    is_other_book = levels.date in _OTHER_YEAR or levels.publisher == "different"
    return Relation.TRANSLATION if a.has_translator != b.has_translator and is_other_book else None


def _by_edition(a: Traits, b: Traits, levels: Levels) -> Relation | None:
    if levels.title not in AGREEING_TITLES or levels.author not in _SAME_PEOPLE | {"missing"}:
        return None
    if levels.author == "missing" and (levels.title not in ("same", "spelling") or levels.publisher not in _ALIKE):
        return None
    if a.edition >= 0 and b.edition >= 0 and a.edition != b.edition:
        return Relation.EDITION
    if not _is_bound(a, b):
        return None
    if (a.origyear and a.origyear == b.year) or (b.origyear and b.origyear == a.year):
        return Relation.REPRINT
    if levels.date in ("few", "different") or (levels.date == "one" and levels.publisher == "different"):
        return Relation.EDITION
    return None


def _is_bound(a: Traits, b: Traits) -> bool:
    """Whether both are (or may be) books: no journal, no book around them."""
    return not (a.venue or b.venue or a.in_book or b.in_book) and {a.kind, b.kind} <= {"book", ""}


def _by_publication(a: Traits, b: Traits, levels: Levels) -> Relation | None:
    """A preprint and its article, a thesis and its book, a meeting abstract and the paper that followed, a reprint."""
    if levels.title not in AGREEING_TITLES or levels.author not in _SAME_PEOPLE:
        return None
    if levels.title == "longer" and (levels.author == "near" or not _is_subtitled(a, b)):
        return None
    if a.is_preprint != b.is_preprint:
        return Relation.PREPRINT
    if {a.kind, b.kind} in ({"alone", "article"}, {"alone", "book"}, {"alone", "part"}):
        return None if _is_issued_once(a, b, levels) else Relation.VERSION
    if {a.kind, b.kind} == {"article", "part"} and levels.venue in ("kind", "different") and levels.pages != "same":
        return Relation.VERSION
    return _published_twice(levels)


def _is_issued_once(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether a thesis or report and a "book" come from one institution in one year: another type for it."""
    is_book = {a.kind, b.kind} == {"alone", "book"} and levels.number != "different"
    return is_book and levels.publisher in _ALIKE | {"missing"} and levels.date in ("same", "day")


def _is_subtitled(a: Traits, b: Traits) -> bool:
    shorter, longer = sorted((a, b), key=lambda traits: len(traits.title))
    return longer.title.startswith(shorter.title)


def _published_twice(levels: Levels) -> Relation | None:
    if levels.pages in ("same", "first", "last", "within") or levels.doi == "same":
        return None
    if levels.title == "short" and levels.venue in _ALIKE:
        return None  # "Harbour News" in another number is no version of this one
    if levels.venue == "different" and "different" in (levels.pages, levels.volume):
        return Relation.VERSION
    is_other_issue = levels.volume == "different" or levels.date in _OTHER_YEAR - {"one"}
    return Relation.VERSION if is_other_issue and levels.pages == "different" else None

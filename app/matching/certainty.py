"""Certainty: two entries and the levels they reached in, whether they are one work beyond asking out."""

from __future__ import annotations

from rapidfuzz.distance import DamerauLevenshtein

from app.matching.agreeing import Levels
from app.matching.placing import ON_SAME_PAGES, anchors, contradictions, is_contradicted
from app.matching.relating import AGREEING_TITLES
from app.matching.titles import TitleAgreement
from app.matching.traits import Traits

_WEAK_TITLES = frozenset({"word", "most", "number"})
_CUT_NOT_BELOW = 20
_MANY_WORDS = 4
_VERY_MANY_WORDS = 8
_ALIKE = frozenset({"same", "near"})


def may_be_same(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether nothing forbids to take the pair for one work without asking."""
    if levels.title in ("different", "some") or levels.date == "other day" or levels.doi == "version":
        return False
    if levels.title == "missing":
        return _is_cited_by_place(levels)
    if levels.title_words.is_crossed and levels.date == "missing" and not anchors(levels):
        return False
    if is_contradicted(levels):
        return False
    if _are_marked_apart(a, b) and not anchors(levels):
        return False
    if levels.number == "different" and levels.author == "missing" and not anchors(levels):
        return False  # a column in two numbers of one volume
    if {a.kind, b.kind} == {"article", "book"} and (a.venue or b.venue):
        return _is_pinned(levels)
    return _agrees_enough(a, b, levels)


def _are_marked_apart(a: Traits, b: Traits) -> bool:
    """Whether the notes of two documents give other numbers: "FO 371/4141" and "FO 371/4142", letters of two days."""
    are_documents = not (a.venue or b.venue or a.in_book or b.in_book or a.publisher or b.publisher)
    is_other = not (a.marked <= b.marked or b.marked <= a.marked)
    return are_documents and is_other


def _agrees_enough(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether what the titles leave open is settled by the place in print."""
    if levels.title == "generic":
        is_there = _is_pinned(levels) or _is_signed(a, b, levels)
        return levels.author != "different" and is_there
    if levels.title in _WEAK_TITLES or (a.digits != b.digits and levels.title != "astray"):
        is_there = _is_pinned(levels) or (levels.title == "word" and _is_on_own_page(a, levels))
        return is_there and (levels.title != "number" or levels.pages == "same")
    if levels.title == "longer" and levels.author in ("some", "different"):
        return False  # "Report on the project 'Voices of the coast'" is not "Voices of the coast"
    if levels.date == "one" and levels.pages == "online":
        return levels.title in ("same", "spelling") and levels.author == "same"
    if _is_ahead_of_print(a, b, levels):
        return True
    if levels.title in ("short", "longer") or levels.author == "different" or levels.date == "one":
        return _is_pinned(levels) or levels.date == "day" or (levels.title == "same" and levels.volume == "same")
    return True


def is_same_though_light(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether two entries are one work by a sign of its own, though their fields weigh little."""
    if contradictions(levels) or (a.marks ^ b.marks) - {"reviewing"} or levels.number == "different":
        return False
    return (
        _is_cut_short(a, b, levels)
        or _is_told_by_title(a, b, levels)
        or _is_told_by_place(a, b, levels)
        or _is_one_book(a, b, levels)
        or _is_one_chapter(a, b, levels)
        or _is_one_report(a, b, levels)
        or _is_one_page(a, b, levels)
        or _is_in_one_number(a, b, levels)
        or _is_of_one_year(a, b, levels)
        or _is_translated_title(a, b, levels)
    )


def _is_cited_by_place(levels: Levels) -> bool:
    """Whether entries without a title are one by their place: "J. P. Collman, Acc. Chem. Res. 10, 265 (1977)"."""
    place = (levels.venue in _ALIKE, levels.volume == "same", levels.date in ("same", "day"))
    return (
        all(place)
        and levels.pages in ON_SAME_PAGES
        and levels.author in ("same", "first")
        and not contradictions(levels)
    )


def _is_on_own_page(a: Traits, levels: Levels) -> bool:
    """Whether the first page is a journal's own, not a supplement's "S12", which many abstracts of one group share."""
    is_placed = levels.pages == "first" and levels.volume != "different" and levels.venue in _ALIKE
    if levels.date not in ("same", "day") or not is_slip(levels.title_words):
        return False
    return is_placed and a.first_page.isdigit() and levels.author == "same" and levels.number != "different"


def is_slip(titles: TitleAgreement) -> bool:
    """Whether the word in which two titles differ is one slip of the pen: "wee" for "see", not "men" for "women"."""
    words = ("".join(titles.only_first), "".join(titles.only_second))
    return not all(words) or DamerauLevenshtein.distance(*words, score_cutoff=1) <= 1


def _is_ahead_of_print(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether one has no place in print yet, a year before the other; the abstract or a very long title is the same."""
    is_ahead = any(not (one.volume or one.number or one.first_page) for one in (a, b)) and levels.venue in _ALIKE
    if levels.date != "one" or not is_ahead or levels.author != "same" or levels.title not in ("same", "spelling"):
        return False
    return levels.abstract == "same" or min(len(a.content), len(b.content)) >= _VERY_MANY_WORDS


def _is_pinned(levels: Levels) -> bool:
    """Whether the place in print is the same: both pages and volume or year, or the first page and an identifier."""
    if levels.volume == "different" or (levels.number == "different" and levels.title in ("short", "generic")):
        return False
    if levels.pages == "same":
        return "same" in (levels.volume, levels.date) or _is_dated_late(levels)
    if levels.pages == "first":
        return "same" in (levels.doi, levels.identifier) or (
            levels.volume == "same" and levels.title not in _WEAK_TITLES
        )
    return levels.doi == "same" and levels.title in AGREEING_TITLES


def _is_dated_late(levels: Levels) -> bool:
    """Whether only the year is one off: online in one year, in print in the next, or printed late."""
    is_same = levels.title in ("same", "spelling") and levels.author == "same"
    return is_same and levels.date == "one" and levels.venue in _ALIKE


def _is_cut_short(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether one title is the other cut off, as a database of narrow fields keeps it, or bare, in the same place.

    The place must agree in all of journal, volume, both pages and authors: two parts of a work never share it.
    """
    spellings = ((a.joined, b.joined), ("".join(a.content), "".join(b.content)))
    is_cut = any(_begins(one, other) for one, other in spellings) or _lacks_subtitle(a, b)
    is_beginning = is_cut and not (a.is_generic or b.is_generic)
    place = levels.pages == levels.volume == "same" and levels.author in ("same", "first")
    is_dated = levels.date in ("same", "day", "missing")
    return is_beginning and place and is_dated and levels.venue in _ALIKE


def _lacks_subtitle(a: Traits, b: Traits) -> bool:
    return bool(a.title and b.title) and (a.main == b.title or b.main == a.title)


def _is_told_by_title(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether a title of many words and the year agree, and all else as far as both have it; one has no author.

    Of a title of very many words the journal or the volume is as good as the year; where none has an author, it is not
    enough.
    """
    if not (a.kind == b.kind or "" in (a.kind, b.kind)):
        return False
    is_unsigned = bool(a.people) != bool(b.people) or levels.author == "near"
    is_dated = levels.date in ("same", "day")
    is_placed = levels.volume == "same" or levels.venue in _ALIKE or levels.publisher in _ALIKE
    if min(len(a.content), len(b.content)) >= _VERY_MANY_WORDS and levels.title in ("same", "spelling"):
        if is_placed and (is_dated or levels.date == "missing"):
            return is_unsigned or levels.author == "missing"
        return is_unsigned and is_dated
    if levels.title != "same" or len(a.content) < _MANY_WORDS or not is_dated:
        return False
    return is_unsigned or (levels.author == "missing" and levels.publisher in _ALIKE)


def _is_told_by_place(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether an "Editorial" fills the same pages of the same volume; on one page there may be two of its kind.

    Of what an issue has once by one hand its number is enough where one has lost its pages, or the first page.
    """
    if levels.title != "generic" or levels.volume != "same" or levels.venue not in _ALIKE:
        return False
    if levels.pages == "same" and a.first_page != a.last_page and levels.date in ("same", "day", "missing"):
        return True
    is_in_number = levels.number == "same" and levels.date in ("same", "day") and a.is_once and b.is_once
    if levels.pages == "missing":
        return is_in_number and levels.author == "same" and bool(a.first_page or b.first_page)
    return is_in_number and levels.author in ("same", "missing") and levels.pages in ON_SAME_PAGES


def _is_one_book(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether a book (or report) of few words in its title has the same author, year and publisher: "What is history?".

    One may lack the subtitle, but none of several volumes; with the same ISBN any end of the title, and one its year.
    """
    kinds = {a.kind, b.kind} - {""}
    if not kinds <= {"book", "alone"} or a.venue or b.venue or levels.author != "same":
        return False
    if levels.identifier == "isbn" and levels.date in ("same", "day", "one", "missing"):
        return _begins_with(a, b)
    is_known = levels.date in ("same", "day") and levels.publisher in _ALIKE
    if levels.title == "short" and levels.publisher == "missing" and levels.date in ("same", "day"):
        return kinds == {"book"} and len(a.content) > 1 and not (a.volume or b.volume)
    if levels.title == "longer" and is_known:
        return _lacks_subtitle(a, b) and a.digits == b.digits and not (a.volume or b.volume)
    return is_known and levels.title in ("same", "short", "spelling")


def _is_one_chapter(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether a part of few words in its title has the same author, book and year; one has lost its pages."""
    is_there = a.kind == b.kind == "part" and levels.venue in _ALIKE and levels.date in ("same", "day")
    return is_there and levels.author == "same" and levels.title in ("same", "short", "spelling")


def _is_one_report(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether one institution gave both its number of two parts ("92-4"), which it gives once, and the titles agree.

    A report cited by few words, without its subtitle, its year or all its authors.
    """
    if a.kind != "alone" or b.kind != "alone" or levels.number != "same" or "-" not in a.number:
        return False
    is_named = levels.title in AGREEING_TITLES and levels.author in ("same", "first", "near", "missing")
    return is_named and levels.publisher in _ALIKE and levels.date != "other day"


def _is_one_page(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether two of few words in their titles have one address, and a year at most one of them lacks."""
    is_dated = levels.date in ("same", "day", "missing")
    is_named = levels.title in ("same", "short", "spelling") and levels.author not in ("different", "some")
    # The site's name stands behind the title in one: "How users read - Harbour Group".
    is_site_named = a.title != b.title and " " in min(a.title, b.title, key=len) and _begins_with(a, b)
    is_named = is_named or (is_site_named and levels.author == "same")
    return levels.identifier == "url" and is_named and is_dated and not (a.venue or b.venue)


def _is_in_one_number(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether an article of few words stands in one number of one volume by one author, and one has no pages."""
    is_there = levels.volume == levels.number == "same" and levels.venue in _ALIKE and levels.date in ("same", "day")
    is_named = levels.title == "short" and levels.author == "same" and min(len(a.content), len(b.content)) > 1
    return is_there and is_named and levels.pages == "missing"


def _is_translated_title(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether a database gives the title in English, in brackets, for the article that fills the same pages."""
    is_there = levels.volume == "same" and levels.pages in ON_SAME_PAGES and levels.venue in _ALIKE
    is_signed = levels.author in ("same", "first") and levels.date in ("same", "day", "one")
    return a.is_in_brackets != b.is_in_brackets and is_there and is_signed and levels.number != "different"


def _is_of_one_year(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether a body's "Annual report 1995" is named with its year in both."""
    is_named = levels.title == "generic" and bool(a.digits) and a.digits == b.digits and levels.author == "same"
    return (
        is_named
        and not (a.venue or b.venue)
        and levels.publisher in _ALIKE
        and levels.date in ("same", "day")
        and levels.number != "different"
    )


def _is_signed(a: Traits, b: Traits, levels: Levels) -> bool:
    """Whether two items of one common title have the same author and DOI; a supplement's is shared by many people.

    Where nobody has signed, journal, volume and number must agree as well, and one at least have a page.
    """
    if levels.doi != "same" or levels.pages == "different":
        return False
    is_there = levels.volume == "same" and levels.venue in _ALIKE and levels.number != "different"
    has_page = bool(a.first_page or b.first_page)
    return levels.author in ("same", "first") or (levels.author == "missing" and is_there and has_page)


def _begins_with(a: Traits, b: Traits) -> bool:
    """Whether one title has the other's words, numbers and all, and perhaps more behind them."""
    shorter, longer = sorted((a.title, b.title), key=len)
    return bool(shorter) and a.digits == b.digits and f"{longer} ".startswith(f"{shorter} ")


def _begins(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _CUT_NOT_BELOW and longer.startswith(shorter)

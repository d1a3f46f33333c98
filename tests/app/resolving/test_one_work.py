"""One work from all its mentions: what makes two citations one, and which of them says a field best."""

from __future__ import annotations

import pytest

from app.entry import Entry
from app.resolving.gathering import gather
from app.resolving.likeness import is_same_work
from app.resolving.naming import names_likeness
from tests.app.resolving.marked import check, numbered

SMITH = "⟦Anna Smith, The Long War (London: Faber, 1990), 5⟧1"


@pytest.mark.parametrize(
    "notes",
    [
        # Cited in full twice, once with a slip: one work. Another edition or another day: another work.
        (f"{SMITH}.", "⟦Anna Smith, The Long Wra (London: Faber, 1990), 9⟧1."),
        (f"{SMITH}.", "⟦Anna Smith, The Long War (London: Faber, 1998), 9⟧2."),
        ("⟦‘Oil Talks Resume’, Reuters, 3 May 2001⟧1.", "⟦‘Oil Talks Resume’, Reuters, 9 May 2001⟧2."),
        # The source and what quotes it are two works, and so are a work and its translation.
        ("⟦The Times, 8 May 1969, 11⟧1, quoted in ⟦Anna Smith, The Long War (London: Faber, 1990), 5⟧2.",),
        (f"{SMITH}.", "⟦Anna Smith, La longue guerre (Paris: Fayard, 1992), 9⟧2."),
    ],
)
def test_two_full_citations_are_one_work_or_two(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


BOOK = {"author": "Roe, Anna", "title": "The Mills of Kent: Water and Wind, 1800–1900", "date": "1990"}
ARTICLE = {"author": "Roe, Anna", "title": "The Ford", "journaltitle": "Past and Present", "volume": "XXXVIII"}


@pytest.mark.parametrize(
    ("fields", "changed", "is_one"),
    [
        (BOOK, {"title": "The Mills of Kent"}, True),
        (BOOK, {"title": "Mills of Kent: Water and Wind, 1800–1900"}, True),
        (BOOK, {"author": "Roe, A."}, True),
        (BOOK, {"title": "The Mills of Kent II"}, False),
        (BOOK, {"title": "The Mills of Kent: Water and Wind, 1900–2000"}, False),
        (BOOK, {"date": "1997"}, False),
        (BOOK, {"author": "Marsh, Owen"}, False),
        (ARTICLE, {"volume": "38"}, True),
        (ARTICLE, {"volume": "39"}, False),
        (ARTICLE, {"journaltitle": "PP", "volume": "38"}, False),
        (ARTICLE, {"journaltitle": "PaP"}, True),
        (ARTICLE, {"journaltitle": "Past & Present"}, True),
        ({**BOOK, "edition": "2nd"}, {"edition": "2d ed."}, True),
        ({**BOOK, "edition": "2nd"}, {"edition": "3rd"}, False),
    ],
)
def test_slips_are_forgiven_and_what_tells_works_apart_is_not(
    fields: dict[str, str], changed: dict[str, str], is_one: bool
) -> None:
    kind = "article" if "journaltitle" in fields else "book"
    assert is_same_work(Entry(kind, fields), Entry(kind, {**fields, **changed})) is is_one


@pytest.mark.parametrize(
    ("further", "field", "value"),
    [
        # What only the later citation says is taken.
        ({"publisher": "Faber"}, "publisher", "Faber"),
        # What is only longer wins.
        ({"author": "Roe, Anna"}, "author", "Roe, Anna"),
        ({"title": "The Mill: A History"}, "title", "The Mill: A History"),
        ({"date": "1990-05-03"}, "date", "1990-05-03"),
        # What differs, or is shorter, does not.
        ({"author": "Roe, B."}, "author", "Roe, A."),
        ({"author": "Roe"}, "author", "Roe, A."),
        ({"title": "The Mill and the Ford"}, "title", "The Mill"),
        ({"date": "1991"}, "date", "1990"),
        ({"location": "Oxford"}, "location", "London"),
        # A place in a book is the citation's own.
        ({"volume": "II"}, "volume", ""),
        ({"pages": "3--9"}, "pages", ""),
    ],
)
def test_a_field_keeps_what_is_printed_first_and_takes_what_is_fuller(
    further: dict[str, str], field: str, value: str
) -> None:
    known = Entry("book", {"author": "Roe, A.", "title": "The Mill", "date": "1990", "location": "London"})
    assert gather(known, Entry("book", further)).get(field) == value


def test_a_full_citation_says_it_better_than_a_short_one_before_it() -> None:
    apparatus = check(
        numbered("⟦Smith, ‘The Ford’, Past, 7⟧1.", "⟦Anna Smith, ‘The Ford’, Past and Present, 26 (1984), 163–70⟧1.")
    )
    work = apparatus.works[0].entry
    assert (work.get("author"), work.get("journaltitle"), work.get("date")) == (
        "Smith, Anna",
        "Past and Present",
        "1984",
    )


def test_a_source_cited_twice_has_the_fields_of_both_citations() -> None:
    apparatus = check(numbered("⟦Anna Smith, The Long War (London, 1990), 5⟧1.", f"{SMITH}."))
    assert apparatus.works[0].entry.get("publisher") == "Faber"


@pytest.mark.parametrize(
    ("words", "author", "least", "most"),
    [
        ("Roe", "Roe, Anna", 1.0, 1.0),
        ("A. Roe", "Roe, Anna", 1.0, 1.0),
        ("Anna Roe", "Roe, A.", 1.0, 1.0),
        ("B. Roe", "Roe, Anna", 0.5, 0.7),
        ("B. Roe", "Roe, A. B.", 0.9, 0.95),
        ("Roe & Lee", "Roe, Anna and Lee, Ben", 1.0, 1.0),
        ("Roe & Lee", "Lee, Ben", 0.5, 0.9),
        ("Roe et al.", "Roe, Anna and Lee, Ben and Marsh, Owen", 0.95, 0.95),
        ("Lee", "Roe, Anna and Lee, Ben", 0.7, 0.7),
        ("John E. Lee", "Lee, John E.", 1.0, 1.0),
        ("Ortega y Ruiz", "Ortega y Ruiz, José", 1.0, 1.0),
        ("v. Brandt", "von Brandt, Magnus", 1.0, 1.0),
        ("v. Brandt", "Brandt, Otto", 0.5, 0.8),
        ("Brandt", "von Brandt, Magnus", 0.9, 0.9),
        ("Chaprnan", "Chapman, Mary", 1.0, 1.0),
        ("Marsh", "Roe, Anna", 0.0, 0.0),
        # Given names written out are somebody's own, and a second name is no other man's.
        ("Jane Roe", "Roe, Anna", 0.4, 0.4),
        ("Roe, Jeffersonian System", "Roe, E.", 0.5, 0.7),
        ("Roe & Marsh", "Roe, Anna and Lee, Ben", 0.45, 0.45),
        ("Roe & Lee", "Roe, Anna and Lee, Ben and Marsh, Owen", 0.85, 0.85),
    ],
)
def test_names_as_printed_are_known_again(words: str, author: str, least: float, most: float) -> None:
    assert least <= names_likeness(words, Entry("book", {"author": author})) <= most

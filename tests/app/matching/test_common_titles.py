"""Pairs under titles that many items bear: editorials, columns, book reviews."""

from __future__ import annotations

import pytest

from app.entry import Entry
from tests.app.matching.entries import article, check_apart, check_doubtful, check_one_work, typed

ONE_WORK = {
    "an editorial that has lost its pages, in one number": (
        article("Lund, E.", "Editorial", "Dock", "1990", "3", "1--2", number="2"),
        article("Lund, Eva", "EDITORIAL", "Dock", "1990", "3", number="2"),
        "same number",
    ),
    "the contents of one number": (
        article("", "Contents", "Dock", "1990", "3", "iii--vi", number="2"),
        article("", "Contents", "Dock", "1990", "3", "iii", number="2"),
        "same first page",
    ),
    "an index with its DOI, once without pages": (
        article("", "Index", "Dock", "1990", "3", "390--402", doi="10.5555/d.3.i"),
        article("", "Index", "Dock", "1990", "3", doi="10.5555/d.3.i", number="4"),
        "same DOI",
    ),
    "an editorial signed, with one DOI": (
        article("Lund, E.", "Editorial", "Dock", "1990", "3", number="2", doi="10.5555/d.3.2"),
        article("Lund, Eva", "Editorial", "Dock", "1990", "3", "1--2", number="2", doi="10.5555/d.3.2"),
        "same DOI",
    ),
    "unsigned notes that fill the same pages": (
        article("", "Notes and news", "Dock", "1990", "3", "88--94"),
        article("", "Notes and news", "Dock", "1990", "3", "88--94", number="2"),
        "same pages",
    ),
    "an article once under the type of a review": (
        article("Lund, E.", "Pilots and their wages in the north", "Dock", "1990", "3", "1--20"),
        Entry("review", {**article("Lund, E.", "Pilots and their wages in the north", "Dock", "1990", "3").fields}),
        "same volume",
    ),
}

FOR_REVIEW = {
    "two book reviews by one hand in one number": (
        article("Lund, E.", "Book review", "Dock", "1990", "3", "91--93", number="2"),
        article("Lund, Eva", "Book review", "Dock", "1990", "3", number="2"),
        "same number",
    ),
    "two editorials by one hand, one within the other": (
        article("Lund, E.", "Editorial", "Dock", "1990", "3", "4--8", number="2"),
        article("Lund, Eva", "Editorial", "Dock", "1990", "3", "5--7", number="2"),
        "pages of one lie in the other's",
    ),
    "an editorial on the first page of some number": (
        article("Lund, E.", "Editorial", "Dock", "1990", "3", "1", number="2"),
        article("", "Editorial", "Dock", "1990", "3", "1"),
        "same first page",
    ),
    "a bulletin of one month and one without": (
        typed("report", author="{Port Office}", title="Bulletin of the northern docks, March 1990", date="1990"),
        typed("report", author="{Port Office}", title="Bulletin of the northern docks", date="1990", note="monthly"),
        "one title is longer",
    ),
    "an editorial without pages": (
        article("Lund, E.", "Editorial", "Dock", "1990", "3", number="2"),
        article("Lund, E.", "Editorial", "Dock", "1990", "3", number="2"),
        "many items bear",
    ),
    "a recurring column on the same first page": (
        article("Lund, E.", "Harbour News", "Dock", "1990", "3", "3--5", number="1"),
        article("Lund, E.", "Harbour News", "Dock", "1990", "3", "3--7", number="2"),
        "different numbers",
    ),
    "unsigned notes on one page, where two may stand": (
        article("", "Erratum", "Dock", "1990", "3", "320", number="4"),
        article("", "Erratum", "Dock", "1990", "3", "320"),
        "same first page",
    ),
    "a supplement's DOI under two common titles": (
        article("", "Abstracts", "Dock", "1990", "3", number="S1", doi="10.5555/suppl"),
        article("", "Abstracts", "Dock", "1990", "3", number="S1", doi="10.5555/suppl", language="english"),
        "same DOI",
    ),
    "an unsigned column in two numbers of one volume": (
        article("", "News of the northern pilots", "Dock", "1990", "3", number="1"),
        article("", "News of the northern pilots", "Dock", "1990", "3", number="6"),
        "different numbers",
    ),
}

APART = {
    "an editorial in the next number": (
        article("Lund, E.", "Editorial", "Dock", "1990", "3", number="2"),
        article("Lund, E.", "Editorial", "Dock", "1990", "3", number="3"),
        "different numbers",
    ),
    "two book reviews": (
        article("", "Book review", "Dock", "1990", "3", "88--90"),
        article("", "Book review", "Dock", "1990", "3", "91--93"),
        "different pages",
    ),
    "two editorials of one issue, by nobody": (
        article("", "Editorial", "Dock", "1990", "3", number="2"),
        article("", "Editorial", "Dock", "1990", "3", number="2", language="english"),
        "a title that many items bear",
    ),
    "a recurring column in two volumes": (
        article("Lund, E.", "Harbour News", "Dock", "1990", "3", "3--5"),
        article("Lund, E.", "Harbour News", "Dock", "1991", "4", "7--9"),
        "different volumes",
    ),
    "an editorial in another year": (
        article("Lund, E.", "Guest Editorial", "Dock", "1990", "3", number="2"),
        article("Lund, E.", "Guest Editorial", "Dock", "1991", "4", number="2"),
        "different volumes",
    ),
}


@pytest.mark.parametrize(("a", "b", "words"), ONE_WORK.values(), ids=ONE_WORK)
def test_common_titles_that_are_one_work_are_found_to_be_so(a: Entry, b: Entry, words: str) -> None:
    check_one_work(a, b, words)


@pytest.mark.parametrize(("a", "b", "words"), FOR_REVIEW.values(), ids=FOR_REVIEW)
def test_common_titles_in_doubt_wait_for_a_person(a: Entry, b: Entry, words: str) -> None:
    check_doubtful(a, b, words)


@pytest.mark.parametrize(("a", "b", "words"), APART.values(), ids=APART)
def test_common_titles_that_are_two_works_are_left_alone(a: Entry, b: Entry, words: str) -> None:
    check_apart(a, b, words)

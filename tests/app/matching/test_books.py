"""Pairs of books, their editions, translations, volumes and chapters."""

from __future__ import annotations

import pytest

from app.entry import Entry
from app.matching import Relation
from tests.app.matching.entries import (
    HARBOUR,
    article,
    book,
    chapter,
    check_apart,
    check_doubtful,
    check_one_work,
    check_related,
    typed,
)

ONE_WORK = {
    "a press by its letters": (
        book("Carrow, E. H.", "Harbours of the north and their tolls", "1961", "Meridian: MUP"),
        book("Carrow, E. H.", "Harbours of the north and their tolls", "1961", "Meridian University Press"),
        "publisher written differently",
    ),
    "a body's yearly report, named with its year": (
        typed(
            "report", author="{Board of Docks}", title="Annual report 1995", year="1996", institution="Board of Docks"
        ),
        typed("misc", author="Board of Docks,", title="Annual Report 1995", year="1996", publisher="Board of Docks"),
        "same publisher",
    ),
    "who edited it behind the title": (
        book("Carrow, Edmund", "On tolls, ed. and trans. Eva Lund and Ken Ito", "1976", "Kranich"),
        book("Carrow, Edmund", "On tolls", "1976", "Kranich", editor="Lund, Eva and Ito, Ken"),
        "same authors",
    ),
    "what thesis it is behind the title": (
        typed(
            "thesis",
            author="Ito, K.",
            title="Poor relief at the docks. Unpublished PhD thesis",
            year="1991",
            school="Y",
        ),
        typed("thesis", author="Ito, K.", title="Poor relief at the docks", year="1991", school="Y"),
        "same title",
    ),
    "a book of few words without a publisher": (
        book("Carrow, E. H.", "What is free trade?", "1961"),
        book("Carrow, Edmund Hale", "What Is Free Trade?", "1961", "Kranich"),
        "same",
    ),
    "a book without its subtitle, by the same publisher in the same year": (
        book("Carrow, E. H.", "Imagined harbours", "1983", "Kranich"),
        book("Carrow, Edmund", "Imagined Harbours: The Origins of Coastal Towns", "1983", "Kranich & Co."),
        "same publisher",
    ),
    "a book without its subtitle, printed late, by its ISBN": (
        book("Carrow, E. H.", "Harbour patterns", "1994", isbn="1468485857"),
        book("Carrow, E. H.", "Harbour patterns: elements of trade", "1995", isbn="978-1-4684-8585-1"),
        "same ISBN",
    ),
    "a book as a library's catalogue writes it": (
        book("Carrow, Edmund H., 1911-1982", "Harbours of the north / Edmund H. Carrow ; with maps", "1961", "Kranich"),
        book("Carrow, E. H.", "Harbours of the north", "1961", "Kranich"),
        "same",
    ),
    "the edition behind the title": (
        book("Carrow, E. H.", "Principles of the toll (3rd edition)", "1961", "Kranich"),
        book("Carrow, E. H.", "Principles of the toll", "1961", "Kranich", edition="3"),
        "same edition",
    ),
    "a thesis that a catalogue calls a book": (
        typed(
            "phdthesis", author="Ito, K.", title="Locks and their queues in dry summers", year="1994", school="Bergen"
        ),
        typed("book", author="Ito, K.", title="Locks and their queues in dry summers", year="1994", publisher="Bergen"),
        "same publisher",
    ),
    "a report of a body that goes by its letters": (
        typed(
            "report",
            author="{Northern Harbour Organization}",
            title="The state of the locks in dry summers",
            year="1994",
        ),
        typed("report", author="NHO", title="The state of the locks in dry summers", year="1994"),
        "same authors",
    ),
    "a page with the site's name behind its title": (
        typed(
            "online", author="Ito, K.", title="How pilots read", date="1997", url="https://docks.example/ports/pilots"
        ),
        typed("misc", author="Ito, K.", title="How pilots read - Docks", date="1997", url="docks.example/ports/pilots"),
        "same address",
    ),
    "a report by its number, which stands behind its type in one, without its subtitle": (
        typed(
            "techreport", author="Ito, K. and Lund, E.", title="Dry Summers", number="DB-CS-94-12", institution="Docks"
        ),
        typed(
            "report",
            author="Ito, K.",
            title="Dry Summers: An Overview",
            year="1994",
            type="Technical Report DB 94-12",
            institution="Docks",
        ),
        "same number",
    ),
    "a page of few words by its address": (
        typed("online", title="Ports of the coast", date="2010", url="https://www.docks.example/ports/survey2010"),
        typed("misc", title="Ports of the Coast", url="http://docks.example/ports/survey2010/"),
        "same short title",
    ),
    "a book of few words under a type that says nothing": (
        typed("misc", author="Carrow, E. H.", title="What is trade?", date="1961", publisher="Kranich"),
        typed("misc", author="Carrow, Edmund Hale", title="What Is Trade?", date="1961", publisher="Kranich & Co."),
        "same short title",
    ),
    "an article of few words in an encyclopaedia, once without pages": (
        chapter("Lund, Eva", "Falcons", "Coastal encyclopaedia", "1980", "150--155"),
        chapter("Lund, E.", "Falcons", "The Coastal Encyclopaedia", "1980"),
        "same short title",
    ),
    "a report of few words by one author, year and institution": (
        typed("report", author="Ito, K.", title="Dry summers", year="1994", institution="Docks Board"),
        typed("techreport", author="Ito, Ken", title="Dry Summers", year="1994", institution="The Docks Board"),
        "same short title",
    ),
    "one ISBN, and the end of the title left out": (
        book("Carrow, E. H.", "How to write on trade", "1961", isbn="978-1-4684-8585-1"),
        book("Carrow, Edmund", "How to write on trade and tolls", "", "Kranich", isbn="1468485857"),
        "same ISBN",
    ),
    "a book without an author, of one publisher and year": (
        book("Anonymous", "The voyage of the brig Constance northwards", "1799", "Debray"),
        book("", "The voyage of the brig Constance northwards", "1799", "J. Debray"),
        "same title",
    ),
    "a book with and without its publisher": (HARBOUR, HARBOUR.with_fields(publisher=""), "same title"),
    "a book with its full subtitle in a field of its own": (
        HARBOUR,
        book("Okonkwo, I.", "Harbours of the Inland Sea", "1978", subtitle="Trade and Toll, 1640–1710"),
        "same title",
    ),
    "one chapter twice": (
        chapter("Lund, Eva", "Pilots and their wages", "A companion to coastal trade", "1994", "55--78"),
        chapter("Lund, E.", "Pilots and Their Wages", "Companion to Coastal Trade", "1994", "55-78"),
        "same pages",
    ),
    "a book of few words by one author, year and publisher": (
        book("Carrow, E. H.", "What is trade?", "1961", "Kranich"),
        book("Carrow, Edmund Hale", "What Is Trade?", "1961", "Kranich & Co."),
        "same short title",
    ),
    "the place before the publisher": (
        book("Bede of Wells", "Annals of the northern harbours", "1969", "Clarion Press"),
        book("Bede of Wells", "Annals of the northern harbours", "1969", "Oxford: Clarion"),
        "same publisher",
    ),
    "a publisher with and without initials and sons": (
        book("Carrow, E. H.", "What is trade?", "1961", "W. W. Kranich & Sons, Ltd."),
        book("Carrow, E. H.", "What is trade?", "1961", "Kranich"),
        "same publisher",
    ),
    "a university press by its letters": (
        book("Carrow, E. H.", "What is trade?", "1961", "Meridian University Press"),
        book("Carrow, E. H.", "What is trade?", "1961", "Meridian UP"),
        "same publisher",
    ),
    "a book dated in two months": (
        book("Carrow, E. H.", "What trade is and what it was", "1961-03", "Kranich"),
        book("Carrow, E. H.", "What trade is and what it was", "1961-05", "Kranich"),
        "same year",
    ),
    "a report under a wrong type, told by its institution": (
        typed(
            "report", author="Ito, K.", title="Locks and their queues in dry summers", year="1994", institution="Docks"
        ),
        typed(
            "article", author="Ito, K.", title="Locks and their queues in dry summers", year="1994", institution="Docks"
        ),
        "same publisher",
    ),
}

RELATED = {
    "yearly reports of two years": (
        typed(
            "report", author="{Board of Docks}", title="Annual report 1995", year="1996", institution="Board of Docks"
        ),
        typed(
            "report", author="{Board of Docks}", title="Annual report 1996", year="1997", institution="Board of Docks"
        ),
        Relation.PART,
        "year 1 apart",
    ),
    "a book of another year, no edition given": (
        HARBOUR,
        HARBOUR.with_fields(date="1991"),
        Relation.EDITION,
        "years 13 apart",
    ),
    "second edition": (
        HARBOUR.with_fields(edition="1"),
        HARBOUR.with_fields(edition="Second edition", date="1991"),
        Relation.EDITION,
        "different editions",
    ),
    "another edition in the same year": (
        HARBOUR.with_fields(edition="2"),
        HARBOUR.with_fields(edition="3rd ed."),
        Relation.EDITION,
        "different editions",
    ),
    "reprint": (
        HARBOUR,
        HARBOUR.with_fields(date="2004", origdate="1978", publisher="Dover Reprints"),
        Relation.REPRINT,
        "years 26 apart",
    ),
    "translation under the old title": (
        HARBOUR.with_fields(language="english"),
        HARBOUR.with_fields(language="german", translator="Lund, Eva", date="1983"),
        Relation.TRANSLATION,
        "years 5 apart",
    ),
    "translation that names its original": (
        book("Okonkwo, Ifeoma", "Häfen des Binnenmeers", "1983", "Kranich", origtitle="Harbours of the inland sea"),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea", "1978", "Meridian Press"),
        Relation.TRANSLATION,
        "same authors",
    ),
    "chapter and its book": (
        chapter("Lund, Eva", "A companion to coastal trade", "A companion to coastal trade", "1994", "1--20"),
        book("Lund, Eva", "A companion to coastal trade", "1994", "Meridian Press"),
        Relation.CHAPTER_OF,
        "same title",
    ),
    "two chapters cited by the book's title": (
        typed("inbook", author="Lund, Eva", title="Coastal trade in the north", chapter="3", date="1994"),
        typed("inbook", author="Lund, Eva", title="Coastal trade in the north", chapter="4", date="1994"),
        Relation.PART,
        "different chapters",
    ),
    "two volumes of one book": (
        HARBOUR.with_fields(volume="1"),
        HARBOUR.with_fields(volume="2"),
        Relation.PART,
        "different volumes",
    ),
}

FOR_REVIEW = {
    "an article without its subtitle and pages": (
        article(
            "Lund, Eva",
            "Pilots and their wages: a useful category",
            "Coastal Studies",
            "1994",
            volume="12",
            pages="55--78",
        ),
        article("Lund, E.", "Pilots and Their Wages", "Coastal Studies", "1994", volume="12"),
        "one title is longer",
    ),
    "a report of one institution under a number that is only counted on": (
        typed("report", author="Ito, K.", title="Dry Summers", number="12", institution="Docks"),
        typed("report", author="Ito, K.", title="Dry Summers", number="12", year="1994", institution="Docks"),
        "same short title",
    ),
    "a title of one telling word without its subtitle": (
        book("Carrow, E. H.", "Landfall", "1961", "Kranich"),
        book("Carrow, Edmund Hale", "Landfall: A Trader's Year on the Northern Docks", "1961"),
        "one title is longer",
    ),
    "a title that is a year without its subtitle": (
        book("Carrow, E. H.", "1911", "1961"),
        book("Carrow, E. H.", "1911", "1961", subtitle="The Strike on the Northern Docks"),
        "one title is longer",
    ),
    "an introduction in each of a book's parts": (
        chapter("Lund, Eva", "Introduction", "Coastal trade", "1980", "1--5"),
        chapter("Lund, Eva", "Introduction", "Coastal trade", "1980"),
        "many items bear",
    ),
    "one report under two numbers": (
        typed("report", author="Ito, K.", title="Dry summers", year="1994", institution="Docks Board", number="4"),
        typed("report", author="Ito, K.", title="Dry summers", year="1994", institution="Docks Board", number="5"),
        "different numbers",
    ),
    "a book of a near year, no edition given": (HARBOUR, HARBOUR.with_fields(date="1981"), "years 3 apart"),
    "part of the title only, no pages": (
        book("Okonkwo, Ifeoma", "Harbours of the inland sea", "1978"),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea: trade and toll, 1640--1710", "1978"),
        "one title is longer",
    ),
    "a book and an article of one name in one year": (
        article("Okonkwo, Ifeoma", "Harbours of the inland sea and their tolls", "Dock", "1978", "3", "1--20"),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea and their tolls", "1978", "Meridian Press"),
        "same title",
    ),
    "one law under two numbers": (
        book("{Coastal Commission}", "Section 305: harbour dues", "1990", "Meridian Press"),
        book("{Coastal Commission}", "Before section 305: harbour dues", "1990", "Meridian Press"),
        "title differs in one word",
    ),
    "a book of one telling word without a publisher": (
        book("Carrow, E. H.", "Trade", "1961"),
        book("Carrow, Edmund Hale", "Trade", "1961", "Kranich"),
        "same short title",
    ),
    "a book without its subtitle where there are volumes": (
        book("Carrow, E. H.", "A history of trade", "1961", "Kranich"),
        book("Carrow, E. H.", "A history of trade: the age of tolls", "1961", "Kranich", volume="2"),
        "one title is longer",
    ),
}

APART = {
    "the second part of an article without its pages": (
        article(
            "Lund, Eva",
            "Pilots and their wages: II",
            "Coastal Studies",
            "1994",
            volume="12",
            pages="55--78",
        ),
        article("Lund, E.", "Pilots and Their Wages", "Coastal Studies", "1994", volume="12"),
        "title differs in a number",
    ),
    "a set and one of its volumes under the set's ISBN": (
        book("Carrow, E. H.", "A history of trade", "1961", isbn="978-1-4684-8585-1"),
        book("Carrow, E. H.", "A history of trade 2", "1961", isbn="978-1-4684-8585-1"),
        "title differs in a number",
    ),
    "chapters of one book with one ISBN": (
        chapter("Lund, Eva", "Pilots and their wages", "Coastal trade", "1994", "55--78", isbn="978-1-4684-8585-1"),
        chapter("Ito, Ken", "Pirates and their prizes", "Coastal trade", "1994", "79--99", isbn="978-1-4684-8585-1"),
        "different pages",
    ),
    "two years' proceedings": (
        typed("proceedings", title="Proceedings of the Third Symposium on Ports", date="2010", publisher="Port Press"),
        typed("proceedings", title="Proceedings of the Eighth Symposium on Ports", date="2015", publisher="Port Press"),
        "title differs in a number",
    ),
    "two languages of one name": (
        book("Sedge, R.", "Algorithms in C: harbour graphs", "2002", isbn="0-201-31663-3"),
        book("Sedge, R.", "Algorithms in C++: ocean graphs", "1999", isbn="0-201-36118-3"),
        "different ISBNs",
    ),
}


@pytest.mark.parametrize(("a", "b", "words"), ONE_WORK.values(), ids=ONE_WORK)
def test_books_that_are_one_work_are_found_to_be_so(a: Entry, b: Entry, words: str) -> None:
    check_one_work(a, b, words)


@pytest.mark.parametrize(("a", "b", "relation", "words"), RELATED.values(), ids=RELATED)
def test_books_that_belong_together_are_related(a: Entry, b: Entry, relation: Relation, words: str) -> None:
    check_related(a, b, relation, words)


@pytest.mark.parametrize(("a", "b", "words"), FOR_REVIEW.values(), ids=FOR_REVIEW)
def test_books_in_doubt_wait_for_a_person(a: Entry, b: Entry, words: str) -> None:
    check_doubtful(a, b, words)


@pytest.mark.parametrize(("a", "b", "words"), APART.values(), ids=APART)
def test_books_that_are_two_works_are_left_alone(a: Entry, b: Entry, words: str) -> None:
    check_apart(a, b, words)

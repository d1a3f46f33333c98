"""Pairs of citations that a program cut into fields badly: titles run together, cut short, in another place."""

from __future__ import annotations

import pytest

from app.entry import Entry
from app.matching import Relation
from tests.app.matching.entries import article, book, chapter, check_doubtful, check_one_work, check_related, typed

ONE_WORK = {
    "the year and a stop before the title": (
        book("Reyes, T.", "1990. Toll and tariff in northern ports", "1990", "Kranich"),
        book("Reyes, T.", "Toll and tariff in northern ports", "1990", "Kranich"),
        "same title",
    ),
    "the initials at the head of the title": (
        book("Reyes", "T. Toll and tariff in northern ports", "1990", "Kranich"),
        book("Reyes, T.", "Toll and tariff in northern ports", "1990", "Kranich"),
        "same title",
    ),
    "the place as publisher": (
        book("Reyes, T.", "Toll and tariff in northern ports", "1990", "New Haven", address="New Haven"),
        book("Reyes, T.", "Toll and tariff in northern ports", "1990", "Kranich"),
        "same title",
    ),
    "the year in brackets before the title and behind the names": (
        typed("misc", author="Reyes, T. (1990).", title="Toll and tariff in northern ports", institution="Docks"),
        typed("misc", author="Reyes, T.", title="(1990). Toll and tariff in northern ports.", institution="Docks"),
        "same year",
    ),
    "volume and number among the pages": (
        article("Reyes, T.", "Toll and tariff in northern ports", "Coastal Review", "1990", "", "3(2):1--20"),
        article("Reyes, T.", "Toll and tariff in northern ports", "Coastal Review", "1990", "3", "1--20", number="2"),
        "same volume",
    ),
    "volume and number in each other's place": (
        article("Reyes, T.", "Toll and tariff in northern ports", "Coastal Review", "1990", "2", number="3"),
        article("Reyes, T.", "Toll and tariff in northern ports", "Coastal Review", "1990", "3", "1--20", number="2"),
        "same volume",
    ),
    "a report in the journal's place": (
        article("Reyes, T.", "Toll and tariff in northern ports", "Tech. Rep. CS-92-4, University of Bergen", "1992"),
        typed(
            "techreport",
            author="Reyes, T.",
            title="Toll and tariff in northern ports",
            number="92-4",
            institution="University of Bergen",
            year="1992",
        ),
        "same publisher",
    ),
    "a word divided at the end of a line": (
        article("Reyes, T.", "Toll and tar- iff in north- ern ports", "Coastal Review", "1990", "3", "1--20"),
        article("Reyes, T.", "Toll and tariff in northern ports", "Coastal Review", "1990", "3", "1--20"),
        "same title",
    ),
    "a title that a narrow field cut short, in the same place": (
        article("Okonkwo, I.", "Harbours of the inland sea and their tolls, 1490--1625", "Dock", "1978", "3", "1--20"),
        article("Okonkwo, I.", "Harbours of the inland s", "Dock", "1978", "3", "1--20"),
        "same pages",
    ),
    "title and journal in each other's place": (
        article("Okonkwo, Ifeoma", "Harbours of the inland sea", "Northern Review of Ports", "1978", "3", "1--20"),
        article("Okonkwo, I.", "Northern Review of Ports", "Harbours of the inland sea", "", "3", "1-20"),
        "same pages",
    ),
    "the journal at the end of the title": (
        article("Reyes, T.", "Toll and tariff in northern ports", "Coastal Review", "1990", "3", "1--20"),
        article("Reyes, T.", "Toll and tariff in northern ports. Coastal Review", "", "1990", "3", "1-20"),
        "title run together with other fields",
    ),
    "the last names at the beginning of the title": (
        article("Reyes, T. and Lund, E.", "Toll and tariff in northern ports", "Coastal Review", "1990", "3", "1--20"),
        article("T. Reyes, E.", "Lund Toll and tariff in northern ports", "Coastal Review", "1990", "3", "1--20"),
        "title run together with other fields",
    ),
    "the end of the title in the journal's place": (
        article("Reyes, T.", "Toll, tariff and customs in northern ports", "", "1990", "", "1--20"),
        article("Reyes, T.", "Toll, tariff and customs", "northern ports", "1990", "", "1--20"),
        "title run together with other fields",
    ),
    "the title among the names": (
        article("Reyes, T.", "Toll and tariff in northern ports", "Coastal Review", "1990", "3", "1--20"),
        article("Reyes, T. Toll and tariff in northern ports", "", "Coastal Review", "1990", "3", "1--20"),
        "title run together with other fields",
    ),
    "the title in the journal's place, and none in its own": (
        typed("misc", author="Reyes, T.", title="Toll and tariff in northern ports", date="1990"),
        typed("misc", author="Reyes, T.", booktitle="Toll and tariff in northern ports", date="1990"),
        "title and journal in each other's place",
    ),
    "title and journal exchanged, all else agreeing": (
        article("Reyes, T.", "Toll and tariff in northern ports", "Coastal Review", "1990", "3", "1--20"),
        article("Reyes, T.", "Coastal Review", "Toll and tarif in northern ports", "1990", "3", "1--20"),
        "title and journal in each other's place",
    ),
    "a title that breaks off behind a small word": (
        article("Reyes, T.", "Toll and tariff in northern ports under the regents", "Coastal Review", "1990", "3"),
        article("Reyes, T.", "Toll and tariff in northern ports under the", "Coastal Rev.", "1990", "3"),
        "one title breaks off",
    ),
}

RELATED = {
    "a chapter without a title of its own, and its book": (
        chapter("Reyes, T.", "", "Toll and tariff in northern ports", "1990"),
        book("Reyes, T.", "Toll and tariff in northern ports", "1990", "Kranich"),
        Relation.CHAPTER_OF,
        "same authors",
    ),
}

FOR_REVIEW = {
    "half a title without a year, on the same pages": (
        article(
            "Okonkwo, I.", "Harbours of the inland sea and their tolls under three kings", "Dock", "1978", "3", "1--20"
        ),
        article("Okonkwo, I.", "Harbours of the inl", "Dock", "", "3", "1--20"),
        "same pages",
    ),
    "half a title with the journal behind it, on the same pages": (
        article("Reyes, T.", "Toll and tariffs formed by northern ports", "Coast. Rev.", "1990", "3", "1--20"),
        article("Reyes, T.", "Tolls and tariff formation by ports Coast Rev", "", "1990", "3", "1-20"),
        "same pages",
    ),
    "a report and an article that may be two versions": (
        typed(
            "report", author="Reyes, T.", title="Toll and tariff in northern ports", date="1990", institution="Docks"
        ),
        article("Reyes, T.", "Toll and tariff in northern ports", "Coastal Review", "1991", "3", "1--20"),
        "year 1 apart",
    ),
}


@pytest.mark.parametrize(("a", "b", "words"), ONE_WORK.values(), ids=ONE_WORK)
def test_messy_citations_that_are_one_work_are_found_to_be_so(a: Entry, b: Entry, words: str) -> None:
    check_one_work(a, b, words)


@pytest.mark.parametrize(("a", "b", "relation", "words"), RELATED.values(), ids=RELATED)
def test_messy_citations_that_belong_together_are_related(a: Entry, b: Entry, relation: Relation, words: str) -> None:
    check_related(a, b, relation, words)


@pytest.mark.parametrize(("a", "b", "words"), FOR_REVIEW.values(), ids=FOR_REVIEW)
def test_messy_citations_in_doubt_wait_for_a_person(a: Entry, b: Entry, words: str) -> None:
    check_doubtful(a, b, words)

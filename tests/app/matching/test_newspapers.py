"""Pairs of items in newspapers and of agencies: the day tells them apart."""

from __future__ import annotations

import pytest

from app.entry import Entry
from tests.app.matching.entries import check_apart, check_doubtful, check_one_work, news, typed

ONE_WORK = {
    "one headline on one day": (
        news("Strike spreads to northern ports", "The Harbour Gazette", "1971-03-12"),
        news("Strike Spreads to Northern Ports", "Harbour Gazette", "1971-03-12"),
        "same day",
    ),
    "a wire item": (
        news("Minister receives delegation of pilots", "PORTAX", "1988-05-02"),
        news(
            "Minister Receives Delegation of Pilots", "PORTAX", "1988-05-02", note="Reproduced by the Coastal Monitor"
        ),
        "same day",
    ),
    "a spreadsheet's month and day": (
        news("Strike spreads to northern ports", "The Harbour Gazette", "1971-03-12"),
        typed(
            "article",
            title="Strike spreads to northern ports",
            journal="The Harbour Gazette",
            year="1971",
            month="mar",
            day="12",
        ),
        "same day",
    ),
}

FOR_REVIEW = {
    "same headline on another day": (
        news("Strike spreads to northern ports", "The Harbour Gazette", "1971-03-12"),
        news("Strike spreads to northern ports", "The Harbour Gazette", "1971-03-13"),
        "another day",
    ),
    "same headline in another month": (
        news("Strike spreads to northern ports", "The Harbour Gazette", "1971-03", "Lund, E."),
        typed(
            "article", title="Strike spreads to northern ports", journal="The Harbour Gazette", year="1971", month="May"
        ),
        "another day",
    ),
    "same wire item on another day, in words": (
        typed("article", author="Lund, Eva", title="Minister receives delegation", journal="PORTAX", year="2 May 1988"),
        typed("article", author="Lund, Eva", title="Minister receives delegation", journal="PORTAX", year="9 May 1988"),
        "another day",
    ),
    "a headline of two agencies on one day": (
        news("Minister receives the northern delegation", "PORTAX", "1988-05-02"),
        news("Minister receives the northern delegation", "NORDAG", "1988-05-02"),
        "different journals",
    ),
}

APART = {
    "a column's title in another year": (
        news("The week in shipping", "The Harbour Gazette", "1971-03-12", "Lund, E."),
        news("The week in fishing", "The Harbour Gazette", "1980-06-01", "Ito, K."),
        "different authors",
    ),
}


@pytest.mark.parametrize(("a", "b", "words"), ONE_WORK.values(), ids=ONE_WORK)
def test_newspapers_that_are_one_work_are_found_to_be_so(a: Entry, b: Entry, words: str) -> None:
    check_one_work(a, b, words)


@pytest.mark.parametrize(("a", "b", "words"), FOR_REVIEW.values(), ids=FOR_REVIEW)
def test_newspapers_in_doubt_wait_for_a_person(a: Entry, b: Entry, words: str) -> None:
    check_doubtful(a, b, words)


@pytest.mark.parametrize(("a", "b", "words"), APART.values(), ids=APART)
def test_newspapers_that_are_two_works_are_left_alone(a: Entry, b: Entry, words: str) -> None:
    check_apart(a, b, words)

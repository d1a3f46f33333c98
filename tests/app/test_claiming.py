"""Stray citations: what an often cited work claims for its own, and what it leaves to a person."""

from __future__ import annotations

from app.duplicates import Decision
from app.entry import Entry
from tests.app.canals import LOCKS, found, groups

CITED = [
    LOCKS,
    LOCKS.with_fields(author="K. Ito", pages="44"),
    LOCKS.with_fields(journaltitle="J. Coast. Eng.", number="2"),
    LOCKS.with_fields(volume="", title="Locks and Their Queues in Dry Summers."),
]
GARBLED = Entry("misc", {"author": "Ito, Ken", "title": "Locks and their queues", "date": "1994"})


def test_an_often_cited_work_claims_what_is_cut_short() -> None:
    assert found(LOCKS, GARBLED).certain == ()
    assert groups(found(*CITED, GARBLED)) == [(0, 1, 2, 3, 4)]


def test_four_copies_of_one_entry_claim_nothing() -> None:
    assert groups(found(LOCKS, LOCKS, LOCKS, LOCKS, GARBLED)) == [(0, 1, 2, 3)]


def test_what_stands_on_other_pages_is_not_claimed() -> None:
    sequel = GARBLED.with_fields(journaltitle="Journal of Coastal Engineering", volume="3", pages="99--107")
    assert groups(found(*CITED, sequel)) == [(0, 1, 2, 3)]


def test_what_resembles_two_often_cited_works_is_asked_about() -> None:
    report = Entry(
        "report", {"author": "Ito, Ken", "title": LOCKS.get("title"), "institution": "Docks", "date": "1994"}
    )
    reports = [
        report,
        report.with_fields(author="K. Ito"),
        report.with_fields(number="7"),
        report.with_fields(note="x"),
    ]
    findings = found(*CITED, *reports, GARBLED)
    assert groups(findings) == [(0, 1, 2, 3), (4, 5, 6, 7)]
    assert any(8 in pair.ids for pair in findings.review)


def test_a_work_of_another_subject_by_the_same_people_is_not_claimed() -> None:
    other = GARBLED.with_fields(title="Locks and their tolls in dry summers")
    assert groups(found(*CITED, other)) == [(0, 1, 2, 3)]


def test_what_a_person_has_told_apart_is_never_claimed() -> None:
    decided = {frozenset((0, 4)): Decision.NOT_SAME}
    assert groups(found(*CITED, GARBLED, decided=decided)) == [(0, 1, 2, 3)]


def test_a_bare_entry_between_an_article_and_its_report_is_asked_about() -> None:
    report = Entry(
        "report", {"author": "Ito, Ken", "title": LOCKS.get("title"), "institution": "Docks", "date": "1993"}
    )
    reports = [report.with_fields(note=str(copy)) for copy in range(4)]
    bare = Entry("misc", {"author": "Ito, Ken", "title": LOCKS.get("title")})
    assert groups(found(*CITED, bare)) == [(0, 1, 2, 3, 4)]
    assert groups(found(*CITED, *reports, bare)) == [(0, 1, 2, 3), (4, 5, 6, 7)]


def test_an_often_cited_book_claims_what_has_its_place_for_a_publisher() -> None:
    book = Entry("book", {"author": "Ito, Ken", "title": LOCKS.get("title"), "date": "1994", "publisher": "Kranich"})
    cited = [book, book.with_fields(author="K. Ito"), book.with_fields(edition="1"), book.with_fields(publisher="")]
    assert groups(found(*cited, book.with_fields(publisher="New Haven"))) == [(0, 1, 2, 3, 4)]
    assert groups(found(book, book.with_fields(publisher="New Haven"))) == []

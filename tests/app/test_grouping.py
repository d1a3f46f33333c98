"""Groups of look-alikes as wholes: what joins them, what keeps them apart, and which question comes first."""

from __future__ import annotations

from app.commands.duplicates import to_look_at
from app.duplicates import DuplicateFindings, DuplicatePair
from app.entry import Entry
from tests.app.canals import LOCKS, REPORT, found, groups


def test_a_journal_under_three_names_is_one_where_its_pages_tie_them() -> None:
    letters = LOCKS.with_fields(journaltitle="JCE", volume="")
    other = LOCKS.with_fields(journaltitle="Engineering of Coasts", pages="")
    tie = LOCKS.with_fields(journaltitle="Engineering of Coasts")
    assert groups(found(LOCKS, letters, other, tie)) == [(0, 1, 2, 3)]


def test_a_journal_that_no_member_shares_is_asked_about() -> None:
    other = LOCKS.with_fields(journaltitle="Quarterly of Dams", volume="", pages="")
    findings = found(LOCKS, LOCKS.with_fields(pages="44"), other)
    assert groups(findings) == [(0, 1)]
    assert [pair.ids & {2} for pair in findings.review] == [{2}]


def test_a_garbled_title_belongs_where_one_member_holds_it() -> None:
    garbled = LOCKS.with_fields(
        title="Locks and their queues in dry summers Journal Coastal Engineering", journaltitle=""
    )
    longer = LOCKS.with_fields(title="Locks and their queues in dry summers: observations from three northern canals")
    assert groups(found(longer, longer, LOCKS, garbled)) == [(0, 1, 2, 3)]


def test_an_undated_entry_does_not_tie_two_years_together() -> None:
    early, late = (
        Entry("misc", {"author": "Ito, Ken", "title": LOCKS.get("title"), "date": year}) for year in ("1993", "1994")
    )
    undated = early.with_fields(date="")
    findings = found(early, early, undated, late, late)
    assert sorted(len(group) for group in groups(findings)) in ([2, 3], [2, 2])
    assert not any({0, 3} <= set(group) for group in groups(findings))
    assert findings.review


def test_a_report_and_the_article_stay_apart_whatever_lies_between() -> None:
    between = Entry("misc", {"author": "Ito, Ken", "title": LOCKS.get("title"), "date": "1994"})
    findings = found(REPORT, REPORT, between, LOCKS, LOCKS)
    assert not any({0, 3} <= set(group) for group in groups(findings))


def test_one_misprinted_page_does_not_split_a_group() -> None:
    misprinted = LOCKS.with_fields(pages="144--151", number="2")
    twins = [LOCKS.with_fields(number="2"), LOCKS.with_fields(pages="44", number="2")]
    assert groups(found(*twins, misprinted)) == [(0, 1, 2)]


def test_the_question_that_settles_most_stands_first() -> None:
    wages = [
        Entry(
            "article", {"author": "Lund, E.", "title": "Pilots and their wages", "journaltitle": "Dock", "date": year}
        )
        for year in ("1990", "1990", "1990", "1991", "1991", "1991")
    ]
    locks = [LOCKS, LOCKS.with_fields(pages="61--70")]
    findings = found(*locks, *wages)
    assert groups(findings) == [(2, 3, 4), (5, 6, 7)]
    records = DuplicateFindings(
        tuple(findings.certain), tuple(sorted(findings.review, key=lambda pair: min(pair.first, pair.second)))
    )
    listed = to_look_at(records, 1000)  # type: ignore[arg-type]
    first, second = (pair for pair in listed if isinstance(pair, DuplicatePair))
    assert first.ids <= set(range(2, 8))
    assert second.ids == {0, 1}

"""Groups, pairs to review, related versions; decisions; what changed; how entries become one."""

from __future__ import annotations

import gzip
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.duplicates import (
    Decision,
    DuplicateFindings,
    DuplicatePair,
    find_duplicates,
    propose_merge,
    read_records,
)
from app.duplicates.judging import Memory
from app.entry import Entry
from app.errors import Cancelled
from app.matching import Outcome, Relation
from app.progress import Progress

PILOTS = Entry(
    "article",
    {
        "author": "Lund, Eva",
        "title": "Pilots and their wages in the north",
        "journaltitle": "Dock",
        "date": "1990",
        "volume": "3",
        "pages": "1--20",
    },
    "lund1990",
)
TOLLS = Entry(
    "book", {"author": "Okonkwo, Ifeoma", "title": "Harbours of the inland sea", "date": "1978"}, "okonkwo1978"
)
SIGNALS = Entry(
    "article", {"author": "Larsen, Nora", "title": "The cable office and the politics of delay", "date": "1987"}
)


def groups(findings: DuplicateFindings[str]) -> list[tuple[str, ...]]:
    return [group.members for group in findings.certain]


def test_copies_are_grouped_and_the_rest_is_left_alone() -> None:
    findings = find_duplicates(
        [("a", PILOTS), ("b", TOLLS), ("c", PILOTS.with_fields(pages="1")), ("d", SIGNALS), ("e", TOLLS)]
    )
    assert groups(findings) == [("a", "c"), ("b", "e")]
    assert findings.review == ()
    assert "same title" in findings.certain[0].pairs[0].comparison.sentence()


def test_doubtful_pairs_and_related_versions_have_lists_of_their_own() -> None:
    doubtful = PILOTS.with_fields(pages="30--41")
    second = TOLLS.with_fields(edition="2", date="1991")
    findings = find_duplicates([("a", PILOTS), ("b", doubtful), ("c", TOLLS.with_fields(edition="1")), ("d", second)])
    assert findings.certain == ()
    assert [(pair.first, pair.second) for pair in findings.review] == [("a", "b")]
    assert [(pair.first, pair.second, pair.comparison.relation) for pair in findings.related] == [
        ("c", "d", Relation.EDITION)
    ]


def test_a_chain_of_look_alikes_does_not_join_two_editions() -> None:
    first, second = TOLLS.with_fields(edition="1"), TOLLS.with_fields(edition="2")
    findings = find_duplicates([("a", first), ("b", TOLLS), ("c", second)])
    assert len(findings.certain) == 1
    assert {"a", "c"} - set(findings.certain[0].members)
    assert [pair.comparison.outcome for pair in findings.review] in ([Outcome.REVIEW], [])
    assert findings.review or findings.related


def test_a_third_that_looks_like_two_told_apart_is_asked_about_with_both() -> None:
    records = [("a", PILOTS), ("b", PILOTS), ("c", PILOTS), ("d", TOLLS), ("e", TOLLS)]
    findings = find_duplicates(records, decided={frozenset(("a", "b")): Decision.NOT_SAME})
    assert groups(findings) == [("d", "e")]
    assert {pair.ids for pair in findings.review} == {frozenset(("a", "c")), frozenset(("b", "c"))}
    answered = {frozenset(("a", "b")): Decision.NOT_SAME, frozenset(("b", "c")): Decision.NOT_SAME}
    assert groups(find_duplicates(records, decided=answered)) == [("a", "c"), ("d", "e")]


def test_two_that_were_told_apart_never_meet_in_a_group() -> None:
    other = PILOTS.with_fields(pages="30--41", title="Pilots and the wages of the north in summer")
    records = [("a", PILOTS), ("b", other), ("c", PILOTS)]
    findings = find_duplicates(records, decided={frozenset(("a", "b")): Decision.NOT_SAME})
    assert groups(findings) == [("a", "c")]


def test_what_was_decided_is_not_asked_again() -> None:
    doubtful = PILOTS.with_fields(pages="30--41")
    records = [("a", PILOTS), ("b", doubtful)]
    assert len(find_duplicates(records).review) == 1
    for decision in (Decision.NOT_SAME, Decision.RELATED):
        assert find_duplicates(records, decided={frozenset(("a", "b")): decision}) == DuplicateFindings()


def test_two_that_were_said_to_be_one_are_grouped_whatever_they_look_like() -> None:
    findings = find_duplicates([("a", PILOTS), ("b", TOLLS)], decided={frozenset(("a", "b")): Decision.SAME})
    assert groups(findings) == [("a", "b")]


def test_decisions_about_entries_that_are_gone_do_no_harm() -> None:
    decided = {frozenset(("a", "gone")): Decision.SAME, frozenset(("gone", "too")): Decision.NOT_SAME}
    assert groups(find_duplicates([("a", PILOTS), ("b", PILOTS)], decided=decided)) == [("a", "b")]


def test_copies_without_a_title_are_for_review() -> None:
    bare = Entry("misc", {"note": "from the harbour office's files"})
    findings = find_duplicates([("a", bare), ("b", bare), ("c", bare.with_fields(note="from elsewhere"))])
    assert [pair.ids for pair in findings.review] == [frozenset(("a", "b"))]


def test_many_alike_are_few_questions() -> None:
    # Twelve undated short titles: 66 pairs, all of them doubtful.
    records = [
        (str(number), Entry("book", {"author": "Lund", "title": "Coastal trade", "note": str(number)}))
        for number in range(12)
    ]
    findings = find_duplicates(records)
    assert len(findings.review) == 11
    assert {id_ for pair in findings.review for id_ in pair.ids} == {str(number) for number in range(12)}


def test_the_search_tells_how_far_it_is_and_stops_when_asked() -> None:
    told: list[str] = []
    find_duplicates([("a", PILOTS), ("b", PILOTS)], Progress(lambda text, *_: told.append(text)))
    assert told == ["Reading entries", "Looking for entries that are alike", "Comparing entries"]
    with pytest.raises(Cancelled):
        find_duplicates([("a", PILOTS)], Progress(stop_requested=lambda: True))


WORKS = (
    PILOTS,
    PILOTS.with_fields(pages="1"),
    PILOTS.with_fields(pages="30--41"),
    PILOTS.with_fields(title="Pilots and their wages in the north, Part II", pages="50--60"),
    PILOTS.with_fields(journaltitle="Coast", pages="200--209", volume="17"),
    TOLLS,
    TOLLS.with_fields(edition="2"),
    TOLLS.with_fields(edition="3", date="1999"),
    TOLLS.with_fields(title="Harbors of the Inland Sea", publisher="Meridian"),
    Entry(
        "review", {"author": "Ito, K.", "title": "Harbours of the inland sea", "journaltitle": "Dock", "date": "1980"}
    ),
    SIGNALS,
    SIGNALS.with_fields(author="N. Larsen", date="1988"),
)
LIBRARIES = st.lists(st.sampled_from(WORKS), max_size=14).map(lambda entries: list(enumerate(entries)))
DECISIONS = st.dictionaries(
    st.frozensets(st.integers(0, 13), min_size=2, max_size=2), st.sampled_from(list(Decision)), max_size=5
)


@settings(deadline=None)
@given(LIBRARIES, DECISIONS)
def test_no_decision_is_ever_violated(
    records: list[tuple[int, Entry]], decided: dict[frozenset[int], Decision]
) -> None:
    findings = find_duplicates(records, decided=decided)
    for group in findings.certain:
        members = set(group.members)
        assert not any(pair <= members for pair, decision in decided.items() if decision is not Decision.SAME)
    shown = {pair.ids for pair in findings.review + findings.related}
    assert shown.isdisjoint(decided)


@settings(deadline=None)
@given(LIBRARIES, DECISIONS)
def test_every_entry_stands_in_one_group_at_most(
    records: list[tuple[int, Entry]], decided: dict[frozenset[int], Decision]
) -> None:
    members = [id_ for group in find_duplicates(records, decided=decided).certain for id_ in group.members]
    assert len(members) == len(set(members))


@settings(deadline=None)
@given(LIBRARIES, DECISIONS, st.sets(st.integers(0, 13)))
def test_comparing_only_what_changed_finds_what_a_full_search_finds(
    records: list[tuple[int, Entry]], decided: dict[frozenset[int], Decision], changed: set[int]
) -> None:
    full = find_duplicates(records, decided=decided)
    part = find_duplicates(records, decided=decided, only=changed)
    grouped = {id_: set(group.members) for group in full.certain for id_ in group.members}

    def touches(*ids: int) -> bool:
        return any(not changed.isdisjoint(grouped.get(id_, {id_})) for id_ in ids)

    assert part.certain == tuple(group for group in full.certain if touches(*group.members))
    assert part.review == tuple(pair for pair in full.review if touches(pair.first, pair.second))
    assert part.related == tuple(pair for pair in full.related if touches(pair.first, pair.second))


@settings(deadline=None)
@given(st.permutations(list(enumerate(WORKS))))
def test_the_order_of_the_records_does_not_matter(records: list[tuple[int, Entry]]) -> None:
    found, usual = find_duplicates(records), find_duplicates(enumerate(WORKS))
    assert _grouped(found) == _grouped(usual)
    for mine, theirs in ((found.review, usual.review), (found.related, usual.related)):
        assert _between(found, mine) == _between(usual, theirs)


def _grouped(findings: DuplicateFindings[int]) -> set[frozenset[int]]:
    return {frozenset(group.members) for group in findings.certain}


def _between(findings: DuplicateFindings[int], pairs: tuple[DuplicatePair[int], ...]) -> set[frozenset[frozenset[int]]]:
    """The groups that pairs stand for; which members of theirs are shown is a matter of order."""
    group_of = {id_: group for group in _grouped(findings) for id_ in group}
    return {frozenset(group_of.get(id_, frozenset((id_,))) for id_ in pair.ids) for pair in pairs}


def test_a_merge_keeps_the_fuller_values_and_every_key() -> None:
    short = Entry(
        "misc",
        {
            "author": "Lund, E.",
            "title": "PILOTS AND THEIR WAGES",
            "journaltitle": "J. Signal Hist.",
            "pages": "1",
            "date": "1990",
            "keywords": "pilots, wages",
            "note": "read in May",
        },
        "lund90",
    )
    full = Entry(
        "article",
        {
            "author": "Lund, Eva Marie",
            "title": "Pilots and Their Wages",
            "journaltitle": "Journal of Signal History",
            "pages": "1--20",
            "date": "1990-03",
            "doi": "10.5555/1",
            "keywords": "wages, ports",
            "ids": "old",
        },
        "lund1990",
    )
    proposal = propose_merge([short, full])
    assert proposal.entry.key == "lund90"
    assert proposal.aliases == ("lund1990", "old")
    assert dict(proposal.entry.fields) == {
        "author": "Lund, Eva Marie",
        "title": "Pilots and Their Wages",
        "journaltitle": "Journal of Signal History",
        "pages": "1--20",
        "date": "1990-03",
        "keywords": "pilots, wages, ports",
        "note": "read in May",
        "doi": "10.5555/1",
        "ids": "lund1990,old",
    }
    assert proposal.entry.entrytype == "article"
    assert proposal.disagreeing() == ()


def test_a_merge_marks_what_disagrees_and_puts_it_first() -> None:
    proposal = propose_merge([PILOTS, PILOTS.with_fields(date="1991"), PILOTS])
    assert [field.name for field in proposal.disagreeing()] == ["date"]
    assert proposal.fields[0].values == ("1990", "1991", "1990")
    assert proposal.fields[0].chosen == "1990"


def test_what_a_person_typed_outweighs_what_most_say() -> None:
    proposal = propose_merge([PILOTS, PILOTS.with_fields(date="1991"), PILOTS], [(), ("date",), ()])
    assert proposal.entry.get("date") == "1991"
    assert [field.name for field in proposal.disagreeing()] == ["date"]


def test_the_names_of_both_dialects_meet_in_a_merge() -> None:
    old = Entry(
        "article", {"author": "Lund, Eva", "title": "Pilots", "journal": "Dock", "year": "1990", "address": "Oslo"}, "x"
    )
    merged = propose_merge([old, PILOTS]).entry
    assert merged.get("journaltitle") == "Dock"
    assert merged.get("location") == "Oslo"
    assert not {"journal", "year", "address"} & set(merged.fields)


@given(st.lists(st.sampled_from(WORKS), min_size=2, max_size=5), st.data())
def test_no_key_and_no_field_is_lost_in_a_merge(entries: list[Entry], data: st.DataObject) -> None:
    keys = data.draw(st.lists(st.sampled_from(("a", "b", "c", "")), min_size=len(entries), max_size=len(entries)))
    members = [Entry(entry.entrytype, entry.fields, key) for entry, key in zip(entries, keys, strict=True)]
    proposal = propose_merge(members)
    kept = {proposal.entry.key, *proposal.aliases}
    assert {key for key in keys if key} <= kept
    assert {name for entry in members for name in entry.fields} <= set(proposal.entry.fields)
    assert all(field.chosen in field.values for field in proposal.fields)


@pytest.mark.parametrize("name", ["diabetes", "cytology_screening"])
def test_labelled_reviews_have_no_false_pair_and_few_questions(name: str, tmp_path: Path) -> None:
    folder = Path(__file__).parents[3] / "shared" / "data" / "duplicates" / name
    if not folder.exists():
        pytest.skip("the labelled sets are not beside the project")
    path = tmp_path / "records.jsonl"
    path.write_bytes(gzip.decompress((folder / "records.jsonl.gz").read_bytes()))
    records = read_records(path)
    findings = find_duplicates(records)
    true = {frozenset(line.split()) for line in (folder / "pairs.tsv").read_text("utf-8").splitlines()}
    certain = {frozenset(pair) for group in findings.certain for pair in combinations(group.members, 2)}
    assert not certain - true
    assert len(certain & true) >= 0.97 * len(true)
    assert len(findings.review) <= 0.02 * len(records)


@pytest.mark.parametrize("pages", [("221-8", "221-228"), ("221--228", "221--8"), ("pp. 221-28", "221-228")])
def test_a_merge_keeps_the_last_page_written_in_full(pages: tuple[str, str]) -> None:
    proposal = propose_merge([PILOTS.with_fields(pages=said) for said in pages])
    assert "228" in proposal.entry.get("pages")


def test_what_was_read_of_an_entry_is_kept_for_the_next_search_and_no_longer():
    memory, entry = Memory(), Entry("book", {"title": "Salt"})
    read = memory.read(entry)
    assert memory.read(entry) is read
    memory.keep()
    assert memory.read(entry) is read
    memory.keep()
    memory.keep()
    assert memory.read(entry) is not read

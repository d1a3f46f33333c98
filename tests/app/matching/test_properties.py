"""What holds for every pair of entries, whatever stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.entry import Entry
from app.matching import Agreement, Outcome, compare

TITLES = (
    "Pilots and their wages",
    "Pilots and their wages, Part II",
    "Harbours of the inland sea",
    "Editorial",
    "Хроника портов",
    "Review of Pilots and their wages",
    "Erratum: Harbours of the inland sea",
    "{\\O}resund",
    "图书馆学",
)
VALUES = {
    "title": st.sampled_from(TITLES) | st.text(max_size=30),
    "author": st.sampled_from(
        ("Lund, Eva", "E. Lund", "Lund, E. and Ito, K.", "Anonymous", "Mueller, K.", "Müller, K.")
    )
    | st.text(max_size=20),
    "journaltitle": st.sampled_from(("Dock", "Journal of Signal History", "J. Signal Hist.", "Coast"))
    | st.text(max_size=10),
    "booktitle": st.sampled_from(("Harbours of the inland sea", "Coastal trade")),
    "date": st.sampled_from(("1990", "1991", "1990-03-12", "1990-03-13", "1954")),
    "volume": st.sampled_from(("3", "4", "III", "3 (2)")) | st.text(max_size=5),
    "number": st.sampled_from(("1", "2")),
    "pages": st.sampled_from(("1--20", "1", "1-20", "21--40", "S12", "11-Sep")) | st.text(max_size=8),
    "doi": st.sampled_from(("10.5555/1", "https://doi.org/10.5555/1", "10.5555/2.pub2", "10.5555/2.pub3"))
    | st.text(max_size=8),
    "edition": st.sampled_from(("1", "2", "second")),
    "language": st.sampled_from(("english", "german")),
    "isbn": st.sampled_from(("978-1-4684-8585-1", "0-123456-47-9")),
}
TYPES = st.sampled_from(("article", "book", "incollection", "thesis", "misc", "review", "online"))
ENTRIES = st.builds(Entry, TYPES, st.fixed_dictionaries({}, optional=VALUES))


@given(ENTRIES, ENTRIES)
def test_the_order_of_two_entries_does_not_matter(a: Entry, b: Entry) -> None:
    assert compare(a, b) == compare(b, a)


@given(ENTRIES, ENTRIES)
def test_the_strongest_reason_comes_first_and_every_reason_has_words(a: Entry, b: Entry) -> None:
    comparison = compare(a, b)
    weights = [abs(reason.weight) for reason in comparison.reasons]
    assert weights == sorted(weights, reverse=True)
    assert all(reason.words and reason.field for reason in comparison.reasons)
    assert 0 <= comparison.score <= 1
    assert all(reason.weight == 0 for reason in comparison.reasons if reason.agreement is Agreement.MISSING)


@given(ENTRIES, ENTRIES)
def test_only_related_or_doubtful_pairs_name_a_relation(a: Entry, b: Entry) -> None:
    comparison = compare(a, b)
    if comparison.outcome is Outcome.RELATED:
        assert comparison.relation is not None
    if comparison.outcome in (Outcome.SAME, Outcome.DIFFERENT):
        assert comparison.relation is None


@given(ENTRIES)
def test_a_copy_is_never_another_work(entry: Entry) -> None:
    outcome = compare(entry, Entry(entry.entrytype, dict(entry.fields), "copy")).outcome
    assert outcome is not Outcome.RELATED
    if entry.get("title") in TITLES[:3]:
        assert outcome is Outcome.SAME


@given(ENTRIES)
def test_case_braces_and_spaces_do_not_make_another_work(entry: Entry) -> None:
    dressed = {name: f" {{{value}}} " if name == "title" else value for name, value in entry.fields.items()}
    assert compare(entry, Entry(entry.entrytype, dressed)).outcome is not Outcome.RELATED

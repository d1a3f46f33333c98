"""Entries as they turn up in libraries, for the tables of pairs; and what such a table is checked by."""

from __future__ import annotations

from app.entry import Entry
from app.matching import Comparison, Outcome, Relation, compare


def article(
    author: str, title: str, journal: str = "", date: str = "", volume: str = "", pages: str = "", **more: str
) -> Entry:
    """An article in a journal."""
    fields = {"author": author, "title": title, "journaltitle": journal, "date": date, "volume": volume, "pages": pages}
    return Entry("article", fields | more)


def book(author: str, title: str, date: str = "", publisher: str = "", **more: str) -> Entry:
    """A book."""
    return Entry("book", {"author": author, "title": title, "date": date, "publisher": publisher} | more)


def chapter(author: str, title: str, booktitle: str = "", date: str = "", pages: str = "", **more: str) -> Entry:
    """A part of a book."""
    fields = {"author": author, "title": title, "booktitle": booktitle, "date": date, "pages": pages}
    return Entry("incollection", fields | more)


def news(title: str, paper: str, date: str, author: str = "", **more: str) -> Entry:
    """An item of a newspaper or agency."""
    fields = {"author": author, "title": title, "journaltitle": paper, "date": date, "entrysubtype": "newspaper"}
    return Entry("article", fields | more)


def typed(entrytype: str, **fields: str) -> Entry:
    """An entry of any type, with the fields as they are named."""
    return Entry(entrytype, fields)


CABLE = article(
    "Larsen, Nora P.",
    "The cable office and the politics of delay",
    "Journal of Signal History",
    "1987",
    "14",
    "201--229",
)
HARBOUR = book("Okonkwo, Ifeoma", "Harbours of the inland sea: trade and toll, 1640--1710", "1978", "Meridian Press")
TREATY = article(
    "Varga, Miklós", "The treaty that nobody signed", "Revue d'histoire diplomatique", "1969", "83", "44--71"
)


def check_one_work(a: Entry, b: Entry, words: str) -> None:
    """The two are one work, and these words are among the reasons."""
    comparison = _both_ways(a, b)
    assert comparison.outcome is Outcome.SAME, comparison.sentence()
    assert comparison.relation is None
    assert words in _told(comparison)


def check_related(a: Entry, b: Entry, relation: Relation, words: str) -> None:
    """The two are versions of one work, or one is about the other."""
    comparison = _both_ways(a, b)
    assert comparison.outcome is Outcome.RELATED, comparison.sentence()
    assert comparison.relation is relation
    assert words in _told(comparison)


def check_doubtful(a: Entry, b: Entry, words: str) -> None:
    """A person is asked about the two."""
    comparison = _both_ways(a, b)
    assert comparison.outcome is Outcome.REVIEW, comparison.sentence()
    assert words in _told(comparison)


def check_apart(a: Entry, b: Entry, words: str) -> None:
    """The two are different works, and nobody is asked."""
    comparison = _both_ways(a, b)
    assert comparison.outcome is Outcome.DIFFERENT, comparison.sentence()
    assert words in _told(comparison)


def _both_ways(a: Entry, b: Entry) -> Comparison:
    comparison = compare(a, b)
    assert compare(b, a) == comparison
    return comparison


def _told(comparison: Comparison) -> str:
    return " | ".join(reason.words for reason in comparison.reasons)

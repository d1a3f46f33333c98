"""Mentions as the note's reader hands them over, settled without it: what stands around a citation completes it."""

from __future__ import annotations

import pytest

from app.apparatus import Form, NoteText
from app.citations import Back, Mention, Pointer
from app.entry import Entry
from app.fields import ParsedCitation
from app.resolving import NoteReading, Resolution, resolve
from app.resolving.inheriting import with_author_of

SYSTEM = "E. Chan, The System (New York, 1906)"
CHAN = {"author": "Chan, E.", "title": "The System", "date": "1906", "location": "New York"}


def full(text: str, words: str, kind: str, **fields: str) -> Mention:
    """A citation in full as read from these words of a note."""
    start = text.index(words)
    parsed = ParsedCitation(Entry(kind, fields), 0, len(words), None, 0.9)
    return Mention(start, start + len(words), Form.FULL, Pointer(Back.NOTHING), parsed=parsed)


def settle(text: str, *mentions: Mention) -> Resolution:
    return resolve([NoteReading(NoteText(1, "1", text), mentions)])


@pytest.mark.parametrize(
    ("lead", "author"),
    [
        (". But see his ", "Chan, E."),
        (". See also the same scholar’s paper, ", "Chan, E."),
        (" ; voir aussi, du même auteur, ", "Chan, E."),
        (" ; voir aussi du même auteur ", "Chan, E."),
        (". Vgl. auch dessen ", "Chan, E."),
        # Somebody else is named between, or nothing says whose it is.
        (". Roe argues in his ", ""),
        (". See ", ""),
    ],
)
def test_his_work_is_the_author_s_who_was_cited_last(lead: str, author: str) -> None:
    text = f"{SYSTEM}{lead}History of Kent (London, 1909)"
    first = full(text, SYSTEM, "book", **CHAN)
    second = full(text, "History of Kent (London, 1909)", "book", title="History of Kent", date="1909")
    assert settle(text, first, second).works[1].get("author") == author


def test_the_same_author_writes_a_chapter_in_somebody_elses_book() -> None:
    chapter = Entry("incollection", {"title": "The Ford", "editor": "Gray, Paul", "booktitle": "Harbours"})
    assert with_author_of(chapter, Entry("book", CHAN)).get("author") == "Chan, E."


def test_an_in_within_a_quotation_parts_no_chapter_from_its_book() -> None:
    book = "Paul Gray (ed.), Harbours (London, 1999)"
    words = "Juan Guerr, “Las mutaciones en la América”, en ibid., 185-220"
    text = f"{book}; {words}"
    start = text.index(words)
    misread = Entry("incollection", {"author": "Guerr, Juan", "title": "“Las mutaciones", "pages": "185--220"})
    chapter = Mention(
        start,
        start + len(words),
        Form.FULL,
        Pointer(Back.NOTHING),
        parsed=ParsedCitation(misread, 0, len(words), None, 0.7),
        container=Pointer(Back.IBID, "ibid.", "la América”"),
    )
    first = full(text, book, "book", editor="Gray, Paul", title="Harbours", date="1999")
    work = settle(text, first, chapter).works[1]
    assert (work.get("title"), work.get("booktitle"), work.get("pages")) == (
        "Las mutaciones en la América",
        "Harbours",
        "185--220",
    )


def test_a_paper_whose_place_is_ibid_has_that_of_the_one_before() -> None:
    letter = "Rowe to Lane, February 24, 1903, F.O. 800/144"
    words = "Same to same, March 2, 1903, ibid."
    text = f"{letter}; {words}"
    first = full(text, letter, "unpublished", title="Rowe to Lane", date="1903-02-24", library="F.O. 800/144")
    second = full(text, words, "unpublished", title="Same to same", date="1903-03-02")
    work = settle(text, first, second).works[1]
    assert "800/144" in " ".join(work.fields.values())
    assert (work.get("title"), work.get("date")) == ("Same to same", "1903-03-02")


def test_a_sentence_about_a_work_is_no_chapter_of_it() -> None:
    book = "Francis Worth, Letters of Kent (Washington, 1889)"
    words = "The instructions are in Worth, op. cit., VI. 482"
    text = f"{book}. {words}"
    start = text.index(words)
    chapter = Mention(
        start,
        start + len(words),
        Form.FULL,
        Pointer(Back.NOTHING),
        locator="VI. 482",
        parsed=ParsedCitation(Entry("incollection", {"title": "The instructions are"}), 0, len(words), None, 0.7),
        container=Pointer(Back.EARLIER, "op. cit.", "Worth"),
    )
    first = full(text, book, "book", author="Worth, Francis", title="Letters of Kent", date="1889")
    resolution = settle(text, first, chapter)
    settled = resolution.notes[0][1]
    assert settled.answer.work == 0
    assert text[settled.mention.start : settled.mention.end] == "Worth, op. cit., VI. 482"

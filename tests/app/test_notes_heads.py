# ruff: noqa: E501, ARG005 - heads stand as they are copied, and not every one needs the page's number
"""Running heads and pages' ends within the notes, where no empty line sets them off."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from app.notes import read_notes
from app.notes.page_lines import blank_page_lines, blank_page_numbers
from app.page import Page
from tests.printing import HEAD, NOTES, SENTENCES, Layout, Notes, at_feet, flowing, misspelt, wrapped

HEADS: dict[str, Callable[[int], str]] = {
    "author and title": lambda page: f"{page} R. T. Marrow" if page % 2 == 0 else f"The Brine Towns of Osterland {page}",
    "set off by bars": lambda page: f"{page} | R. T. Marrow" if page % 2 == 0 else f"The Brine Towns of Osterland | {page}",
    "journal and author": lambda page: (
        f"{page} Osterland Review, Vol. 14, No. 3" if page % 2 == 0 else f"Marrow, The Brine Towns {page}"
    ),
    "a German journal": lambda page: (
        f"{page} Marrow, Die Salzstädte OB 1969, Heft 5" if page % 2 == 0 else f"OB 1969, Heft 5 Marrow, Die Salzstädte {page}"
    ),
    "a law review": lambda page: (
        f"{page} OSTERLAND LAW REVIEW [Vol. 14:347" if page % 2 == 0 else f"March 1969] THE BRINE TOWNS {page}"
    ),
    "the journal's initials": lambda page: (
        f"{page}      R. T. Marrow      O. H. R." if page % 2 == 0 else f"Vol. XIV, No. 3      THE BRINE TOWNS      {page}"
    ),
    "on every page alike": lambda page: f"{page} Osterland Review 14 (1969)",
    "on every page, the number behind": lambda page: f"Osterland Review 14 (1969) {page}",
    "one word": lambda page: f"{page} MARROW" if page % 2 == 0 else f"BRINE TOWNS {page}",
    "number and words on two lines": lambda page: f"{page}\nR. T. Marrow" if page % 2 == 0 else f"The Brine Towns of Osterland\n{page}",
    "a number alone": lambda page: f"— {page} —",
    "no number": lambda page: "R. T. Marrow" if page % 2 == 0 else "The Brine Towns of Osterland",
}  # fmt: skip
JSTOR = "\nThis content downloaded from 134.100.1.2 on Thu, 14 Mar 2013 10:22:45 AM\nAll use subject to JSTOR Terms and Conditions"


def found(text: str) -> Notes:
    return [(note.label, note.text) for note in read_notes(Page(text)).notes]


def without_empty_lines(text: str) -> str:
    return HEAD + re.sub(r"\n\s*\n", "\n", text[len(HEAD) :])


@pytest.mark.parametrize("below", ["", "{page}" + JSTOR], ids=["nothing below", "a download line below"])
@pytest.mark.parametrize("spelling", ["as printed", "as scanned"])
@pytest.mark.parametrize("kind", HEADS)
def test_a_head_that_no_empty_line_sets_off_belongs_to_no_note(kind: str, spelling: str, below: str) -> None:
    def above(page: int) -> str:
        return HEADS[kind](page) if spelling == "as printed" else misspelt(HEADS[kind](page), page)

    for seed, label in enumerate(["{n} ", "{n}. ", "{n}) "]):
        text, notes = at_feet(Layout(above=above, below=below, label=label), seed)
        assert found(without_empty_lines(text)) == notes


@pytest.mark.parametrize("kind", HEADS)
def test_a_foot_that_flows_over_to_the_next_page_is_read_whole(kind: str) -> None:
    for seed in (1, 3, 4):
        text, notes = flowing(Layout(above=HEADS[kind]), seed, 5)
        assert found(text) == notes


@pytest.mark.parametrize(
    "rest",
    [
        "1911). M. Ode, The Pans, vol. I (London, 1912).",
        "pp. 4-9, 12; G. Storr, Brine (Carrow, 1912), p. 8.",
        "and Salt (London, 1911), p. 4.",
    ],
)
def test_a_long_note_goes_on_though_the_next_page_calls_later_ones(rest: str) -> None:
    text = (
        f"{HEAD}The Duke came.1 He found the gates shut,2 and the council sat3 for eleven days.4\n"
        "1 The literature is large. See P. Thessiger, A History of Salt (London,\n1911); W. Halloran, Brine (London, 1970);"
        " A. Worsnop, Salt (Carrow,\n"
        "THE BRINE TOWNS 349\n"
        "Nobody in the capital asked who they were.5 The petition was sent twice,\nonce by road6 and once by water.7\n"
        f"{rest}\n"
        "2 Ibid., p. 9.\n3 Thessiger, p. 12.\n4 Ibid.\n5 Halloran, p. 7.\n6 Ibid., p. 8.\n7 Ibid.\n"
    )
    notes = found(text)
    assert notes[0][1].endswith(f"A. Worsnop, Salt (Carrow, {rest}")
    assert [label for label, _ in notes] == list("1234567")


ENDNOTES: dict[str, Callable[[int], str]] = HEADS | {
    "the word notes": lambda page: f"{page} Notes" if page % 2 == 0 else f"Notes {page}",
    "notes to pages": lambda page: f"{page} Notes to Pages {page - 100}-{page - 98}",
    "a sheet's number": lambda page: f"Page {page - 300} of 80",
    "a sheet's number in German": lambda page: f"Seite {page - 300} von 80",
    "a browser's foot": lambda page: f"https://www.osterland.org/review/14/salt {page - 340}/40",
    "a browser's head": lambda page: "14.03.2013 The Brine Towns of Osterland | Osterland Review",
}


@pytest.mark.parametrize("label", ["{n}. ", "{n} "])
@pytest.mark.parametrize("kind", ENDNOTES)
def test_heads_among_endnotes_belong_to_no_note(kind: str, label: str) -> None:
    above = ENDNOTES[kind]
    lines = [HEAD]
    for page in (348, 349, 350):
        lines += [above(page), *wrapped(" ".join(SENTENCES) * 2, 76)]
    lines.append("Notes")
    rows = [row for n, text in NOTES for row in wrapped(label.format(n=n) + text, 76)]
    for place in range(0, len(rows), 9):
        lines += [*rows[place : place + 9], above(351 + place // 9)]
    assert found("\n".join(lines) + "\n") == NOTES


def test_the_last_note_under_a_heading_goes_on_behind_a_pages_end() -> None:
    text = f"{HEAD}{PAGE}\nNotes\n1 Roe, Salt (London, 1990), p. 5.\n2 Ibid., p. 9.\n3 See Doe, Brine, p. 8, and the\n\f\n“Reports” of the Board.\n"
    assert found(text)[-1] == ("3", "See Doe, Brine, p. 8, and the “Reports” of the Board.")


PAGE = "The salt of the eastern towns was boiled from brine by men who owned neither the wells nor the pans.\n" * 6


@pytest.mark.parametrize(
    "lines", [("44", "45", "46"), ("44", "4S", "46"), ("44", "45", "98", "47", "48"), ("l2", "13", "14")]
)
def test_page_numbers_are_told_by_their_order_though_one_is_misread(lines: tuple[str, ...]) -> None:
    blanked = blank_page_numbers(PAGE + PAGE.join(f"{line}\n" for line in lines) + PAGE, ())
    assert blanked.count("\f") == len(lines)


@pytest.mark.parametrize(
    "text",
    [
        # short titles that come back with numbers that go on, as notes and as the ends of lines
        "12 Roe, Salt and Brine, 45\n13 Doe, The Pans, 46\n14 Roe, Salt and Brine, 47\n15 Doe, The Pans, 48\n",
        "24 J. SALT HIST. 367 (1982).\n" + PAGE + "26 J. SALT HIST. 12 (1984).\n",
        "Jahrbuch der Brunnen 12\n" + PAGE + "Jahrbuch der Brunnen 19\n",
        "The Pans of Carrow\n" + PAGE + "The Pans of Carrow\n",
    ],
)
def test_what_comes_back_in_the_notes_is_no_head(text: str) -> None:
    text = PAGE + text + PAGE
    assert blank_page_lines(text) == text


@pytest.mark.parametrize(
    "imprint",
    [
        "Polar Papers, vol. 3, no. 1 (June 1999). © 1999 The Polar Society of\nOsterland (PSO). Published by Quill Publishers, Inc., 350 Main Street,\nCarrow, and 96 Salt Road, Penwith.",
        "© Quill Publishers Ltd 1999, 108 Salt Road, Penwith",
        "(c) 1999 Polar Society.",
    ],
)
@pytest.mark.parametrize("above", ["\n", "\n\n"])
def test_the_publishers_imprint_at_the_first_pages_foot_belongs_to_no_note(imprint: str, above: str) -> None:
    text = f"{HEAD}{PAGE}The Duke came.1 He went.2\n1. Roe, Salt (London, 1990), p. 5.\n2. Ibid., p. 9.{above}{imprint}{above}471\n"
    text += f"{PAGE}It sat.3 It settled nothing.4\n3. Ibid.\n4. Doe, Brine (London, 1991), p. 8.\n472\n{PAGE}It rose.5\n5. Ibid.\n"
    assert found(text)[1] == ("2", "Ibid., p. 9.")
    assert [label for label, _ in found(text)] == list("12345")

# ruff: noqa: E501, ARG005 - pages stand as they are copied, and few heads need the page's number
"""Notes at the feet of pages, with the body between them, as PDF files are copied."""

from __future__ import annotations

import pytest

from app.notes import read_notes
from app.page import Page
from tests.printing import HEAD, Layout, at_feet, wrapped

LAYOUTS = {
    "running heads": Layout(),
    "body and notes equally wide": Layout(widths=(70, 70), goes_over=False),
    "numbers joined to the words": Layout(label="{n}"),
    "stops behind the numbers": Layout(label="{n}. "),
    "half brackets": Layout(label="{n}) ", call="{word}{n})"),
    "brackets": Layout(label="[{n}] ", call="{word}[{n}]"),
    "round brackets": Layout(label="({n}) ", call="{word} ({n})"),
    "calls set off from the words": Layout(call="{word} {n}"),
    "calls that the copy has lost": Layout(call="{word}", goes_over=False),
    "heads in capitals": Layout(above=lambda page: f"{page}   OSTERLAND REVIEW" if page % 2 else f"SALT   {page}"),
    "heads with a volume": Layout(above=lambda page: f"{page} 14 OSTERLAND LAW REVIEW [1969]"),
    "heads without a number": Layout(above=lambda page: "The Brine Towns of Osterland", below="{page}"),
    "page numbers at the foot": Layout(above=lambda page: "", below="{page}"),
    "page ends": Layout(above=lambda page: "\f"),
    "HeinOnline": Layout(above=lambda page: "", below="HeinOnline -- 14 Ost. L. Rev. {page} 1969", label="{n}. "),
    "JSTOR": Layout(
        above=lambda page: "",
        below="This content downloaded from 134.100.1.2 on Thu, 14 Mar 2013 10:22:45 AM\nAll use subject to JSTOR Terms and Conditions",
    ),
    "De Gruyter": Layout(
        above=lambda page: "",
        below="Brought to you by | University of Carrow\nAuthenticated\nDownload Date | 6/1/16 3:04 PM",
    ),
    "Cambridge Core": Layout(
        below="Downloaded from https://www.cambridge.org/core. University of Carrow, on 30 May 2017 at 17:01:51, subject to the terms of use, available at\nhttps://www.cambridge.org/core/terms. https://doi.org/10.1017/S0018246X00020586",
    ),
    "Blackwell": Layout(above=lambda page: "", below="{page}\n\n© Blackwell Publishers Ltd 1969"),
    "a publisher's sign misread": Layout(above=lambda page: "", below="{page}\nß Quill Publishers Ltd 1969"),
    "an empty line before the feet": Layout(between=" "),
    "numbers that start again": Layout(restarts=True),
    "numbers that start again behind stops": Layout(restarts=True, label="{n}. "),
}  # fmt: skip


def found(text: str) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in read_notes(Page(text)).notes]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("kind", LAYOUTS)
def test_the_body_between_the_feet_of_pages_belongs_to_no_note(kind: str, seed: int) -> None:
    text, notes = at_feet(LAYOUTS[kind], seed)
    assert found(text) == notes


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    text = HEAD + (
        "The Duke came in spring.1 He found the gates shut.2\n"
        "1 Roe, Salt (London, 1990), p. 5.\n"
        "2 The clerks had been paid by the pan, as the accounts of the Board\n\n"
        "348    R. T. Marrow\n\n"
        "Nobody in the capital asked who they were, and the petition was\nlost.3 By the end of summer the pans were cold.4\n"
        "show, and wrote what they were paid for. See Doe, Brine (London, 1991), p. 8.\n"
        "3 Ibid., p. 9.\n4 Roe, Salt, p. 7.\n"
    )
    assert found(text) == [
        ("1", "Roe, Salt (London, 1990), p. 5."),
        (
            "2",
            "The clerks had been paid by the pan, as the accounts of the Board show, and wrote what they were paid for. See Doe, Brine (London, 1991), p. 8.",
        ),
        ("3", "Ibid., p. 9."),
        ("4", "Roe, Salt, p. 7."),
    ]


def test_a_page_that_holds_only_the_rest_of_a_note_is_part_of_it() -> None:
    rest = "See Doe, Brine (London, 1982), p. 4. Nobody has yet answered the question put there. " * 7
    text = "\n".join(
        [
            *(
                "1. Roe, Salt (London, 1990), p. 5.",
                "2. Ibid., p. 6.",
                "3. The choice has been known for a long time.",
                "",
            ),
            *("HeinOnline -- 14 Ost. L. Rev. 348 1969", "", "THE BRINE TOWNS   349", ""),
            *(*wrapped(rest, 70), "4. Roe, Salt, p. 7.", "5. Ibid.", ""),
        ]
    )
    notes = found(HEAD + text)
    assert notes[2] == ("3", f"The choice has been known for a long time. {rest.strip()}")
    assert [label for label, _ in notes] == ["1", "2", "3", "4", "5"]


def test_the_rest_of_the_body_behind_its_last_call_belongs_to_no_note() -> None:
    text = HEAD + (
        "The Duke came.1\n1 Roe, Salt (London, 1990), p. 5.\n\n348    R. T. Marrow\n\n"
        "Nobody asked.2 The petition was sent twice, and both copies were lost.\nIt sat for eleven days.\n"
        "2 Ibid., p. 9.\n\nThe Brine Towns of Osterland    349\n\nThe price doubled.3 The pans were cold.\n3 Ibid., p. 10.\n"
    )
    assert found(text) == [("1", "Roe, Salt (London, 1990), p. 5."), ("2", "Ibid., p. 9."), ("3", "Ibid., p. 10.")]


def test_signs_start_again_on_every_page() -> None:
    text, notes = at_feet(Layout(restarts=True, scanned=lambda n: "*†‡§"[int(n) - 1], goes_over=False))
    assert found(text) == [("*†‡§"[int(label) - 1], words) for label, words in notes]


def test_a_line_between_empty_ones_throughout_changes_nothing() -> None:
    text, notes = at_feet(Layout(goes_over=False))
    assert found(text.replace("\n", "\n\n")) == notes


def test_the_authors_asterisk_stands_at_the_foot_of_the_first_page() -> None:
    text, notes = at_feet(Layout())
    text = text.replace("\n1 The literature", "\n* I thank the Brine Society.\n1 The literature", 1)
    assert found(text) == [("*", "I thank the Brine Society."), *notes]

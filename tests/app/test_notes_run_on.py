"""Notes that run on in a paragraph: a number opens one by what stands before and behind it, and by its order."""

from __future__ import annotations

import pytest

from app.notes import read_notes
from app.notes.flowing import flowing_markers
from app.page import Page
from tests.printing import HEAD, NOTES, SENTENCES, Notes, wrapped

PROSE = "\n".join(wrapped(" ".join(SENTENCES), 80))
CALLED = "\n".join(wrapped(" ".join(f"{SENTENCES[int(n) % 8]}{n}" for n, _ in NOTES), 80))
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
FORMS = [
    "{n} {text}",
    "{n}. {text}",
    "{n}) {text}",
    "[{n}] {text}",
    "({n}) {text}",
    "{n}{text}",
    "{raised} {text}",
    "{raised}{text}",
]


def found(text: str) -> Notes:
    return [(note.label, note.text) for note in read_notes(Page(text)).notes]


def paragraph(form: str, notes: Notes, end: str = " ") -> str:
    return end.join(form.format(n=n, raised=n.translate(RAISED), text=text) for n, text in notes)


def lines(text: str, width: int) -> str:
    return "\n".join(wrapped(text, width))


@pytest.mark.parametrize("width", [100_000, 90, 62])
@pytest.mark.parametrize("form", FORMS)
def test_a_paragraph_of_notes_under_a_heading_is_told_note_by_note(form: str, width: int) -> None:
    assert found(f"{HEAD}{PROSE}\n\nNotes\n{lines(paragraph(form, NOTES), width)}\n") == NOTES
    assert (
        found(f"{HEAD}{CALLED}\n\nNotes\n\n{lines(paragraph(form, NOTES), width)}\n\nAbout the author\nJane Roe\n")
        == NOTES
    )


@pytest.mark.parametrize("width", [100_000, 90, 62])
@pytest.mark.parametrize("form", FORMS[:4])
def test_so_is_one_without_a_heading(form: str, width: int) -> None:
    assert found(f"{HEAD}{CALLED}\n\n{lines(paragraph(form, NOTES), width)}\n") == NOTES


@pytest.mark.parametrize("form", FORMS)
def test_paragraphs_of_several_notes_are_one_series(form: str) -> None:
    text = "\n\n".join(paragraph(form, NOTES[at : at + 7]) for at in range(0, len(NOTES), 7))
    assert found(f"{HEAD}{PROSE}\n\nNotes\n\n{text}\n") == NOTES


# What a note may end with, and what another begins with: none of it hides the number between, nor opens a note itself.
PAIRS = [
    ("J. Roy, Le sel, Paris, 1845, 2 vol.", "Ibid., t. I, p. 4."),
    ("J. Roy, Le sel, Paris, 2010, 128 p.", "Ibid., p. 54."),
    ("Roe, Salt (5th ed., London, 1819), II. 500 n.", "Doe, The Pans, II. 170-188."),
    ("Roth, Salz, S. 113 ff.", "Ders., Sole, S. 207."),
    ("Roth, Salz, Carrow 1967, S. 331 f", "Ebd., S. 335"),
    ("On the date see note 16, supra.", "R. Krauel, Die Sole, X. 268."),
    ("The files were opened only in part.", "Doe, Brine, 337."),
    ("I have not tried to construct a series.", "Gordon H. Roe, The Pans, 14."),
    ("Salt Cases, 99 Ost. L. Rev. 1458, 1473 (1986).", "15 Ost. Code § 2605(a) (2000)."),
    ("Roe, Salt, 22", "William Doe, 'The First Pan', Brine 35, no. 2 (1982): 317-25"),
    ("Roe, Salt (London, 1990), p. 5", "ibid."),
    ("Ibid", "The phrase is that of the clerk."),
    ("Roe, Salt (n 1) 90.", "[J. Doe], War and Brine, 14."),
    ("Zeitung Nr. 142 v. 23. 5. 1932.", "Vgl. auch Brunnen 12 (1933), S. 4."),
    ("Roe, 'Salt,' Brine Review 8 (1990): 5.", "Letter to the Board, 9 May 1534."),
]


@pytest.mark.parametrize("width", [100_000, 74])
@pytest.mark.parametrize("form", FORMS[:4])
@pytest.mark.parametrize("pair", PAIRS, ids=[pair[0][-24:] for pair in PAIRS])
def test_a_number_is_told_whatever_stands_beside_it(pair: tuple[str, str], form: str, width: int) -> None:
    texts = [text for _, text in NOTES]
    texts[6:6] = [*pair]
    texts[14:14] = [*pair]
    notes = [(str(n), text) for n, text in enumerate(texts, start=1)]
    assert found(f"{HEAD}{PROSE}\n\nNotes\n{lines(paragraph(form, notes), width)}\n") == notes


def test_a_number_that_is_lost_leaves_its_note_with_the_one_before() -> None:
    text = paragraph("{n} {text}", NOTES).replace(" 9 There is", " There is").replace(" 17 Loc.", " Loc.")
    read = found(f"{HEAD}{PROSE}\n\nNotes\n{lines(text, 80)}\n")
    assert [label for label, _ in read] == [label for label, _ in NOTES if label not in ("9", "17")]
    assert read[7] == ("8", f"{NOTES[7][1]} {NOTES[8][1]}")


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("Roe, Salt, 2 vol. 33 Ibid., p. 4. 34 See p. 12 above", ["33", "34"]),
        ("on 6 May 1534 the Board, vol. 3 Roe and no. 4 Doe, Brine 12 (1990) 7 ff. long", []),
        ("Doe, 5 Roe, and 6 Doe; (7) the clerks", []),
    ],
)
def test_numbers_are_weighed_by_what_stands_around_them(text: str, likely: list[str]) -> None:
    assert [marker.label for marker in flowing_markers(text, None) if marker.weight > 0.5] == likely


@pytest.mark.parametrize("call", ["{n}", "({n})", " {n}"])
def test_the_calls_of_a_page_whose_notes_are_elsewhere_are_no_notes(call: str) -> None:
    text = " ".join(f"{SENTENCES[n % 8]}{call.format(n=n)}" for n in range(1, 20))
    assert found(f"{HEAD}{lines(text, 80)}\n") == []
    assert found(f"{HEAD}{text}\n") == []

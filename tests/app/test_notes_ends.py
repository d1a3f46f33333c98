# ruff: noqa: E501 - pages stand as they are copied
"""Where the last note ends, and what of a page belongs to no note."""

from __future__ import annotations

import pytest

from app.notes import read_notes
from app.notes.calls import calls_in_order, find_calls
from app.notes.furniture import clean
from app.notes.page_lines import blank_page_lines, close_double_spacing
from app.page import Page
from tests.printing import HEAD, NOTES, wrapped

BEHIND = [
    "R. T. MARROW is Professor of History at the University of Carrow.",
    "Submitted 3 May 1968; accepted 4 June 1968.",
    "Received: 3 May 1968. Accepted: 4 June 1968.",
    "Page updated: 14 Mar 12",
    "This work is licensed under a Creative Commons Attribution 4.0 International License.",
    "Pour citer cet article : R. T. Marrow, « The Brine Towns », Ost., 48, 1969.",
    "Cómo citar este artículo: Marrow, R. T., “The Brine Towns”, Ost., 48, 1969.",
    "Recibido: 3 de mayo de 1968. Aceptado: 4 de junio de 1968.",
    "Recebido em 3 de maio de 1968. Aprovado em 4 de junho de 1968.",
    "Eingegangen am 3. Mai 1968",
    "Address for correspondence: R. T. Marrow, University of Carrow. E-mail: rt@carrow.example",
    "Keywords: salt, brine, Osterland",
    "© Osterland Society 1969",
    "Copyright © 1969 The Osterland Society",
    "Dieser Beitrag ist lizenziert unter CC BY 4.0.",
]
UNDER = [
    "Cited by\nLoading...",
    "Haut de page\nPour citer cet article\nRéférence papier\nR. T. Marrow, « The Brine Towns », Ost., 48 | 1969, 347-361.",
    "[ Links ]\n\nRecibido: 3 de mayo de 1968",
    "Bibliografía\n\nWorsnop, Adela. Salt and Sovereignty. Carrow, 1957.",
    "References\n\n1. Worsnop, Adela. Salt and Sovereignty. Carrow, 1957.\n2. Roe, Jane. Ice. London, 1990.",
    "Notes on contributors\nR. T. Marrow teaches at Carrow.",
    "Access options\n\nBuy Article\n\n1. Choose\n2. Pay",
    "This site uses cookies. By continuing you agree.\n\nRelated Articles\n\n1. Salt in the North\n2. Brine and Board",
    "R. T. Marrow teaches history at Carrow and is the\nauthor of The Pans (1960).",
]


def found(text: str) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in read_notes(Page(text)).notes]


def rows(width: int = 100_000) -> str:
    return HEAD + "Notes\n" + "\n".join("\n".join(wrapped(f"{n}. {text}", width)) for n, text in NOTES)


@pytest.mark.parametrize("behind", BEHIND)
def test_a_line_directly_behind_the_last_note_is_no_part_of_it(behind: str) -> None:
    assert found(f"{rows()}\n{behind}\n") == NOTES


@pytest.mark.parametrize("behind", [line for line in BEHIND if not line.startswith("R. T. MARROW")])
def test_nor_is_it_where_the_notes_are_broken_into_lines(behind: str) -> None:
    assert found(f"{rows(70)}\n{behind}\n") == NOTES


@pytest.mark.parametrize("behind", [*BEHIND, *UNDER])
@pytest.mark.parametrize("width", [100_000, 70])
def test_what_stands_behind_an_empty_line_is_no_part_of_the_last_note(behind: str, width: int) -> None:
    assert found(f"{rows(width)}\n\n{behind}\n") == NOTES


def test_a_line_of_a_note_may_begin_as_such_a_line_does() -> None:
    text = "Notes\n1. Roe, Salt (London, 1990), p. 5, where the letters\nReceived in May are printed.\n2. Ibid.\n3. Ibid., 6.\n"
    assert found(text)[0] == ("1", "Roe, Salt (London, 1990), p. 5, where the letters Received in May are printed.")


@pytest.mark.parametrize(
    "line",
    [
        "HeinOnline -- 14 Ost. L. Rev. 348 1969",
        "This content downloaded from 134.100.1.2 on Thu, 14 Mar 2013 10:22:45 AM",
        "Downloaded from https://www.cambridge.org/core. University of Carrow",
        "Brought to you by | University of Carrow",
        "Heruntergeladen am | 01.06.16 15:04",
        "Document téléchargé depuis www.cairn.info",
        "Haut de page",
    ],
)
def test_an_archives_line_becomes_a_pages_end(line: str) -> None:
    text = f"1. Roe, Salt, 5, where\n{line}\nit is said.\n"
    assert blank_page_lines(text) == f"1. Roe, Salt, 5, where\n\f{' ' * (len(line) - 1)}\nit is said.\n"


HEADS = {
    "the same words with other numbers": ("348    R. T. Marrow", "350    R. T. Marrow"),
    "OCR's figures": ("The Brine Towns    35I", "The Brine Towns    353"),
    "capitals": ("214   THE POLAR REVIEW",),
    "a volume within": ("348 14 OSTERLAND LAW REVIEW [1969]", "350 14 OSTERLAND LAW REVIEW [1969]"),
    "left and right": ("348\tHistorische Blätter Band 24 (1985)", "K. Roth, Salz und Sole\t349"),
    "without a number": ("The Brine Towns of Osterland",) * 3,
}


@pytest.mark.parametrize("kind", HEADS)
def test_a_running_head_becomes_a_pages_end(kind: str) -> None:
    text = "\n\n".join(f"The clerks wrote of salt.\n\n{head}" for head in HEADS[kind]) + "\n\nThe end.\n"
    blanked = blank_page_lines(text)
    assert len(blanked) == len(text)
    assert not any(head in blanked for head in HEADS[kind])
    assert blanked.count("\f") == len(HEADS[kind])


@pytest.mark.parametrize(
    "text",
    [
        "29 Roe, op. cit., S. 897\n\n30 ebenda\n\n47 Roe, op. cit., S. 899\n",
        "5 Ibid., p. 204.\n\n9 Ibid., p. 206.\n\n",
        "12 Select Papers, no. 3\n\n14 Select Papers, no. 5\n\n",
        "3\n\nSame to same\n\n4\n\nSame to same\n\n7\n\nSame to same\n",
    ],
)
def test_a_note_without_a_stop_is_no_running_head(text: str) -> None:
    assert blank_page_lines(text) == text


def test_double_spacing_is_closed_only_where_it_is_throughout() -> None:
    doubled = "The clerks wrote of\n\nthe salt and of the\n\n" * 20
    assert close_double_spacing(doubled) == doubled.replace("\n\n", " \n")
    paragraphs = "1. Roe, Salt, 5.\n\n2. Ibid.\n\n" * 20
    assert close_double_spacing(paragraphs) == paragraphs


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("in April 1903.1 A government2 fell;3 it rose.", [1, 2, 3]),
        ("worden1). Die Gutsbesitzer2) schwiegen.3)", [1, 2, 3]),
        ("the orders.[1] And the ice (1904).[2]", [1, 2]),
        ("in 1903.l A risk2 at home.3 By 1904.4O", [1, 2, 3]),
        ("policy, 1 and peace2", [1, 2]),
        ("l’ordre¹. La glace²", [1, 2]),
        ("see p.1 and vol.2, where 3.1 per cent is 4,2", []),
        ("Papers, F1 and 12/2, 1-3", []),
        ("from note 1 on", []),
    ],
)
def test_calls_are_told_from_other_numbers(text: str, values: list[int]) -> None:
    assert [call.value for call in calls_in_order(find_calls(text), range(1, 3))] == values


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Roe, Salt, 10. [ Links ]", "Roe, Salt, 10."),
        ("Roe, Salt, 10. [Links] [ Links ]", "Roe, Salt, 10."),
        ("View in article Roe, Salt, 10.", "Roe, Salt, 10."),
        ("Roe, Salt, 10. Return to text", "Roe, Salt, 10."),
        ("Roe, Salt, 10. [Retour au texte]", "Roe, Salt, 10."),
        ("Roe, Salt, [End Page 911] 10.", "Roe, Salt, 10."),
        ("[↩] Roe, Salt, 10.", "Roe, Salt, 10."),
        ("Roe, Salt, 10. [↩]", "Roe, Salt, 10."),
        ("Roe, Salt, 10. Crossref. Google Scholar.", "Roe, Salt, 10."),
        ("The missing links are named in Roe.", "The missing links are named in Roe."),
        ("See the Links Book, 4.", "See the Links Book, 4."),
        ("He came back to text and book.", "He came back to text and book."),
    ],
)
def test_the_pages_words_are_taken_from_a_note(raw: str, words: str) -> None:
    assert clean(raw) == words

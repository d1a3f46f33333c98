# ruff: noqa: E501 - pages stand as they are copied
"""Notes whose numbers a scanner has misread, drawn apart, joined to the words or lost."""

from __future__ import annotations

import pytest

from app.notes import read_notes
from app.page import Page
from tests.printing import HEAD, NOTES, Layout, Notes, at_feet, wrapped


def found(text: str) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in read_notes(Page(text)).notes]


def endnotes(labels: dict[str, str], template: str = "{n} {text}", notes: Notes = NOTES) -> str:
    lines = (template.format(n=labels.get(n, n), text=text) for n, text in notes)
    return HEAD + "The clerks wrote.\n\nNOTES\n\n" + "\n".join("\n".join(wrapped(line, 72)) for line in lines)


MISREAD = {
    "l for 1": {"1": "l", "10": "l0", "11": "ll", "12": "l2", "21": "2l"},
    "I for 1": {"1": "I", "10": "I0", "11": "II", "17": "I7", "21": "2I"},
    "i for 1": {"1": "i", "14": "i4", "16": "i6"},
    "O and o for 0": {"10": "1O", "20": "2o"},
    "both": {"10": "lO", "11": "I1", "20": "2O", "1": "l"},
    "IO": {"10": "IO", "1": "l"},
    "S, B, Z and g": {"5": "S", "8": "B", "15": "1S", "18": "1B", "12": "1Z", "19": "1g"},
    "n for 11": {"11": "n"},
    "r and t for 1": {"14": "r4", "16": "t6"},
    "a mark for 1": {"1": "'"},
    "drawn apart": {"10": "1 0", "14": "1 4", "21": "2 1", "24": "2 4"},
    "a figure lost": {"12": "2", "23": "3", "15": "1"},
    "a stray stop before": {"6": ".6", "9": "*9"},
    "all the ones": {n: n.replace("1", "l").replace("0", "O") for n, _ in NOTES},
    "a whole ten": {n: n.replace("1", "I").replace("0", "O") for n, _ in NOTES if int(n) > 9},
}


@pytest.mark.parametrize("kind", MISREAD)
def test_a_number_that_was_misread_opens_its_note(kind: str) -> None:
    assert found(endnotes(MISREAD[kind])) == NOTES


@pytest.mark.parametrize(
    "kind", [kind for kind in MISREAD if kind not in ("n for 11", "a mark for 1", "a figure lost")]
)
def test_a_misread_number_with_a_stop_opens_its_note(kind: str) -> None:
    assert found(endnotes(MISREAD[kind], "{n}. {text}")) == NOTES


@pytest.mark.parametrize("kind", ["l for 1", "I for 1", "O and o for 0", "both", "IO", "drawn apart"])
def test_a_misread_number_joined_to_the_words_opens_its_note(kind: str) -> None:
    assert found(endnotes(MISREAD[kind], "{n}{text}")) == NOTES


def test_the_last_notes_may_all_be_misread() -> None:
    notes = [(str(int(n) + 77), text) for n, text in NOTES]
    assert found(endnotes({n: n.replace("1", "l").replace("0", "O") for n, _ in notes}, notes=notes)) == notes


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("label", ["{n} ", "{n}", "{n}. "])
def test_misread_calls_and_numbers_at_the_feet_of_pages_agree(label: str, seed: int) -> None:
    scanned = Layout(label=label, scanned=lambda n: n.replace("1", "l").replace("0", "O"))
    text, notes = at_feet(scanned, seed)
    assert found(text) == notes


@pytest.mark.parametrize(
    "line", ["So it was.", "Is this the brine?", "I am sure of it.", "Il sale, p. 4.", "IS IT SALT"]
)
def test_a_word_made_of_such_letters_opens_nothing(line: str) -> None:
    notes = [("1", "Roe, Salt (London, 1990), p. 5."), ("2", f"Ibid., p. 6. {line}"), ("3", "Ibid.")]
    text = f"Notes\n1 Roe, Salt (London, 1990), p. 5.\n2 Ibid., p. 6.\n{line}\n3 Ibid.\n"
    assert found(text) == notes


def test_numbers_that_one_page_writes_in_several_ways_are_one_series() -> None:
    ways = ["{n}\n{text}", "{n}{text}", "{n} {text}", "{n}\t{text}"]
    text = "\n\n".join(ways[place % 4].format(n=n, text=text) for place, (n, text) in enumerate(NOTES))
    assert found(HEAD + "Footnotes\n\n" + text + "\n\nCited by\nLoading...\n") == NOTES


@pytest.mark.parametrize(
    ("printed", "label", "words"),
    [
        ("3[W. Roe], ‘Salt’, 5.", "3", "[W. Roe], ‘Salt’, 5."),
        ("3‘Salt’, Brine 4 (1961), 5.", "3", "‘Salt’, Brine 4 (1961), 5."),
        ("3ibid., 9.", "3", "ibid., 9."),
        ("3van der Roe, Salt, 9.", "3", "van der Roe, Salt, 9."),
        ("3 .Documents, no. 4.", "3", "Documents, no. 4."),
        ("3, Documents, no. 4.", "3", "Documents, no. 4."),
        ("3 mayo 1931, ibid.", "3", "mayo 1931, ibid."),
    ],
)
def test_a_number_is_parted_from_the_word_it_is_joined_to(printed: str, label: str, words: str) -> None:
    text = f"Notes\n1 Roe, Salt (London, 1990), p. 5.\n2 Ibid., p. 6.\n{printed}\n4 Ibid.\n5 Ibid.\n"
    assert found(text)[2] == (label, words)


@pytest.mark.parametrize("lost", [("6",), ("1",), ("24",), ("3", "9", "15"), ("7", "8")])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_number_that_is_lost_is_supplied_where_the_body_calls_the_note(lost: tuple[str, ...], seed: int) -> None:
    text, notes = at_feet(Layout(lost=lost, goes_over=False), seed)
    assert found(text) == notes


def test_a_number_that_is_lost_is_supplied_where_every_note_has_one_line() -> None:
    text = HEAD + "Notes\n" + "\n".join(text if n == "9" else f"{n}. {text}" for n, text in NOTES)
    assert found(text) == NOTES


def test_a_number_that_the_printer_left_out_is_not_supplied() -> None:
    notes = [(n, text) for n, text in NOTES if n not in ("7", "19")]
    assert found(HEAD + "Notes\n" + "\n".join(f"{n}. {text}" for n, text in notes)) == notes
    assert found(endnotes({}, notes=notes)) == notes


def test_a_volume_at_the_beginning_of_a_line_is_no_number_that_lost_a_figure() -> None:
    notes = [(str(n), f"Roe, Salt, vol. {n - 11} (1961), 5.") for n in range(12, 16)]
    text = "Notes\n11 Doe, ‘Salt’, in Papers of the Brine,\n2 (London, 1961), 40.\n"
    text += "\n".join(f"{n} {words}" for n, words in notes[1:])
    assert [label for label, _ in found(text)] == ["11", "13", "14", "15"]


def test_a_second_paragraph_before_a_number_that_was_left_out_opens_no_note() -> None:
    text = "Notes\n\n1. Roe, Salt (London, 1990), p. 5.\n\n2. Ibid., p. 6.\n\nThe clerk says more.\n\n4. Ibid.\n\n5. Ibid.\n"
    assert [label for label, _ in found(text)] == ["1", "2", "4", "5"]


def test_a_month_that_is_a_mans_name_follows_a_number() -> None:
    text = "Notes\n5 Ibid., p. 6.\n6 Julio Rojas, La sal (Lima, 1966), 33.\n7 Ibid.\n8 May Roe, Salt, 5.\n9 Ibid.\n"
    assert [label for label, _ in found(text)] == ["5", "6", "7", "8", "9"]

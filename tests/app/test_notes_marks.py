# ruff: noqa: E501 - pages stand as they are copied
"""The ways in which pages write the numbers of their notes, and what else on them is numbered."""

from __future__ import annotations

import pytest

from app.notes import read_notes
from app.page import Page
from tests.printing import HEAD, NOTES, SENTENCES, Layout, Notes, at_feet, wrapped

PARAGRAPHS = [" ".join(SENTENCES) + f"{n} " + " ".join(SENTENCES[:4]) + f"{n + 1}" for n in range(1, 24, 2)]
PROSE = "\n\n".join(PARAGRAPHS) + "\n\n"


def found(text: str) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in read_notes(Page(text)).notes]


def rows(template: str, end: str = "\n", notes: Notes = NOTES) -> str:
    return end.join(template.format(n=n, text=text) for n, text in notes)


FORMS = [
    "{n}/ {text}", "({n}) {text}", "{n}.- {text}", "{n}.— {text}", "[^{n}]: {text}", "{n} ) {text}", "{n} . {text}", "{n} .{text}", "{n}.{text}",
    "Footnote {n}. {text}", "Endnote {n}: {text}", "Note {n} {text}", "Nota {n}. {text}", "Fußnote {n}: {text}", "Anm. {n}: {text}", "n. {n} {text}",
    "{n}º {text}", "{n}.º {text}", "{n}° {text}", "{n} – {text}", "<{n}> {text}", "{{{n}}} {text}", "|{n}| {text}", "{n}] {text}", "↑{n} {text}", "^{n} {text}",
    "• {n}. {text}", "- {n}. {text}", "{n}.\n{text}", "[{n}]\n\n{text}", "{n}:\n{text}", "{n}\t.\t{text}", "{n}. ↑ {text}", "{n}. {text} [↩]", "{n}. {text} ↩",
    "{n} View in article\n{text}", "{n} {text} [ Links ]", "[{n}] {text} [Links]", "{n}. {text}\nCrossref.\nGoogle Scholar.", "{n}\n{text}\nGoogle ScholarCrossrefSearch ADSWorldCat",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("heading", ["Notes\n\n", "Notas\n", "Anmerkungen\n\n", "Notes de fin\n"])
def test_a_number_is_known_however_it_is_written(form: str, heading: str) -> None:
    assert found(HEAD + PROSE + heading + rows(form)) == NOTES


@pytest.mark.parametrize("form", [form for form in FORMS if not form.startswith(("^", "{n}:\n"))])
def test_a_number_is_known_without_a_heading(form: str) -> None:
    assert found(HEAD + PROSE + rows(form)) == NOTES


@pytest.mark.parametrize("form", ["({n}) ", "{n}.- ", "{n}º ", "<{n}> ", "{n} . ", "Anm. {n}: "])
def test_a_number_is_known_at_the_feet_of_pages(form: str) -> None:
    text, notes = at_feet(Layout(label=form))
    assert found(text) == notes


def test_bare_roman_numerals_under_a_heading() -> None:
    numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
    notes = [(numeral, text) for numeral, (_, text) in zip(numerals, NOTES, strict=False)]
    assert found(HEAD + "Notes\n\n" + rows("{n} {text}", notes=notes)) == notes


def test_numbered_paragraphs_of_the_body_are_no_notes() -> None:
    numbered = "".join(f"{n}{paragraph}\n\n" for n, paragraph in enumerate(PARAGRAPHS, start=1))
    mixed = "\n".join(
        ("{n} {text}", "{n}\t{text}", "{n}{text}")[int(n) % 3].format(n=n, text=text) for n, text in NOTES
    )
    assert found(f"{HEAD}{numbered}Haut de page\nNotes\n\n{mixed}\n\nHaut de page\nPour citer cet article\n") == NOTES
    assert found(f"{HEAD}{numbered}{mixed}\n") == NOTES


def test_sections_and_lists_of_the_body_are_no_notes() -> None:
    listed = "The Board made three rules:\n\n1. No salt on Sundays.\n2. No brine by night.\n3. No widows.\n\n"
    assert found(HEAD + PROSE + listed + PROSE + "Notes\n\n" + rows("{n}. {text}")) == NOTES
    assert found(HEAD + PROSE + listed + PROSE + rows("{n}. {text}")) == NOTES
    contents = "Contents\n\n1. The Brine\n2. The Board\n3. The Duke\n4. Notes\n\n"
    assert found(HEAD + contents + PROSE + "Notes\n\n" + rows("{n}. {text}")) == NOTES


def test_numbered_sections_between_the_feet_of_pages_are_no_notes() -> None:
    text, notes = at_feet(Layout(label="{n}. "))
    text = text.replace(HEAD, HEAD + "1. Introduction\n\n").replace("    349\n\n", "    349\n\n2. The Board\n\n", 1)
    text = text.replace("    351\n\n", "    351\n\n3. The Riot at Carrow\n\n", 1)
    assert found(text) == notes


def test_a_numbered_list_before_or_behind_the_notes_is_another_list() -> None:
    listed = (
        "References\n\n1. Worsnop, Adela. Salt and Sovereignty. Carrow, 1957.\n2. Roe, Jane. Ice. London, 1990.\n\n"
    )
    assert found(HEAD + PROSE + listed + "Notes\n\n" + rows("{n}. {text}")) == NOTES
    assert found(HEAD + PROSE + "Notes\n\n" + rows("{n}. {text}") + "\n\n" + listed) == NOTES


def test_each_part_of_an_article_may_have_its_own_notes() -> None:
    parts = [NOTES[:10], [(str(n), text) for n, (_, text) in enumerate(NOTES[10:], start=1)]]
    text = HEAD + "Segunda parte\n\n".join(f"{PROSE}Notas\n\n{rows('{n}. {text}', notes=part)}\n\n" for part in parts)
    assert found(text) == [*parts[0], *parts[1]]


@pytest.mark.parametrize(
    "chapter", ["1 The Brine and the Board", "Chapter 2 The Duke", "Conclusion", "The Riot at Carrow"]
)
def test_a_chapters_name_between_run_on_notes_belongs_to_none(chapter: str) -> None:
    first, second = NOTES[:10], [(str(n), text) for n, (_, text) in enumerate(NOTES[10:], start=1)]
    text = f"Notes Introduction {rows('{n}. {text}', ' ', first)} {chapter} {rows('{n}. {text}', ' ', second)}"
    assert found(text) == [*first, *second]


@pytest.mark.parametrize("head", ["188 Notes", "Notes 189", "188 Notes to pages 12–15", "Notes to pages 12–15 189"])
def test_a_pages_head_between_run_on_notes_belongs_to_none(head: str) -> None:
    text = f"Notes {rows('{n}. {text}', ' ', NOTES[:7])} {head} {rows('{n}. {text}', ' ', NOTES[7:])}"
    assert found(text) == NOTES


def test_run_on_notes_may_be_broken_into_lines_anywhere() -> None:
    text = rows("{n}. {text}", " ")
    for width in (60, 71, 80):
        assert found(HEAD + "NOTES\n" + "\n".join(wrapped(text, width))) == NOTES


@pytest.mark.parametrize("words", ["v. Braun, Salz, S. 4.", "d. Verf., Salz, S. 4.", "v. supra, p. 12."])
def test_a_letter_behind_a_number_is_its_notes_where_no_note_stands_between(words: str) -> None:
    notes = [*NOTES[:6], ("7", words), *NOTES[7:]]
    assert found("Notes\n" + rows("{n}{text}", "\n", notes)) == notes


def test_notes_put_in_between_keep_their_letters() -> None:
    notes = [*NOTES[:7], ("7a", "Ibid., p. 3."), ("7b", "Ibid., p. 4."), ("7c", "Ibid., p. 5."), *NOTES[7:]]
    assert found("Notes\n" + rows("{n}. {text}", "\n", notes)) == notes

"""Whole notes in six languages, of the tables beside this file: which of their words are citations. All are invented.

A table is plain text, a note a line: ⟦a citation⟧, and ⟦?one⟧ that counts only if a work bears its name. A line that
begins with "#" says what the notes below it show. A new case is a new line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.citations import Back, find_mentions

TABLES = sorted((Path(__file__).parent / "tables").glob("*.txt"))
_LANGUAGES = {"english": "en", "french": "fr", "german": "de", "italian": "it", "portuguese": "pt", "spanish": "es"}
_MARKED = re.compile(r"⟦(\??)(.*?)⟧")


def cases() -> Iterator[Any]:
    for table in TABLES:
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield pytest.param(_LANGUAGES[table.stem], line, id=f"{table.stem}: {line[:60]}")


@pytest.mark.parametrize(("language", "marked"), list(cases()))
def test_of_a_note_just_its_citations_are_marked(language: str, marked: str) -> None:
    text = _MARKED.sub(r"\2", marked)
    wanted = [(words, bool(guessed)) for guessed, words in _MARKED.findall(marked)]
    found = [(text[m.start : m.end], m.pointer.back is Back.GUESS) for m in find_mentions(text, language)]
    guesses = {words for words, is_guess in wanted if is_guess}
    assert [pair for pair in found if not pair[1] or pair[0] in guesses] == wanted


def test_every_language_has_cases() -> None:
    assert {table.stem for table in TABLES} == set(_LANGUAGES)
    assert len(list(cases())) >= 150

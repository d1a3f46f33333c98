"""Names given to works for the notes that follow."""

from __future__ import annotations

import pytest

from app.citations.sigla import find_sigla


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Archives nationales (désormais AN), F7", ["AN"]),
        ("Akten der Mühle, Bd. 1 (künftig: AdM)", ["AdM"]),
        ("Akten der Mühle (= AdM)", ["AdM"]),
        ("J. Roux, Temps, Paris, 1999 (TR dans la suite de cet article).", ["TR"]),
        ("Akten der Mühle, Köln 1971 (AdM im Folgenden), S. 3", ["AdM"]),
        ("He wrote to the board (AN in the west of town), and left.", []),
        ("J. Roux, Temps, p. 85, désormais abrégé TR.", ["TR"]),
        ("British Documents, II, 178. Hereafter cited as B.D.", ["B.D"]),
        (
            "This collection is hereafter cited as Am. State Papers, For. Rel.",
            ["Am. State Papers, For. Rel"],
        ),
        ("Cited hereafter as Mill MSS. All references are to volume II.", ["Mill MSS"]),
        # A series stands in brackets like a name, but is counted.
        ("Karl Adler, Zölle, Köln 1971 (= Schriften des Vereins 55), S. 3", []),
        ("He lived ever afterwards in Paris. Then he died.", []),
    ],
)
def test_a_name_for_later_notes_is_heard(text: str, names: list[str]) -> None:
    assert [siglum.name for siglum in find_sigla(text)] == names

"""Signals in, relations out, and what is no signal."""

from __future__ import annotations

import pytest

from app.apparatus import Relation
from app.citations.signals import read_signal


@pytest.mark.parametrize(
    ("text", "relation", "rest"),
    [
        ("See Doe", Relation.SEE, "Doe"),
        ("See, for example, Doe", Relation.SEE, "Doe"),
        ("See, e.g., Doe", Relation.SEE, "Doe"),
        ("See: Doe", Relation.SEE, "Doe"),
        ("See, for discussion, Doe", Relation.SEE, "Doe"),
        ("See on this point Doe", Relation.SEE, "on this point Doe"),
        ("Also see: ‘Title’", Relation.SEE_ALSO, "‘Title’"),
        ("Cf. Doe", Relation.SEE, "Doe"),
        ("vgl. dazu Müller", Relation.SEE, "Müller"),
        ("Voir aussi Dupont", Relation.SEE_ALSO, "Dupont"),
        ("Véase también Pérez", Relation.SEE_ALSO, "Pérez"),
        ("quoted in Doe", Relation.QUOTED_IN, "Doe"),
        ("zit. nach Müller", Relation.QUOTED_IN, "Müller"),
        ("see also the works cited in Doe", Relation.SEE_ALSO, "the works cited in Doe"),
        ("See the contributions in Doe", Relation.SEE, "Doe"),
        ("Véanse los trabajos reunidos en Pérez", Relation.SEE, "Pérez"),
        ("Si vedano i saggi in Rossi", Relation.SEE, "Rossi"),
        ("Vide etiam Doe", Relation.SEE_ALSO, "Doe"),
        ("See, however, Doe", Relation.SEE, "Doe"),
        ("Vgl. hingegen Müller", Relation.SEE, "Müller"),
        ("Voir, entre autres, Dupont", Relation.SEE, "Dupont"),
        ("Véanse, entre otros, Pérez", Relation.SEE, "Pérez"),
        ("Si veda almeno Rossi", Relation.SEE, "Rossi"),
        ("Vejam-se também Souza", Relation.SEE_ALSO, "Souza"),
        ("apud Souza", Relation.QUOTED_IN, "Souza"),
        ("cit. in Rossi", Relation.QUOTED_IN, "Rossi"),
        # What else the work stands in is cited too, and quotes nothing.
        ("reprinted in Doe", Relation.CITES, "Doe"),
        ("printed in part in Doe", Relation.CITES, "Doe"),
        ("abgedruckt bei Müller", Relation.CITES, "Müller"),
        ("repris dans Dupont", Relation.CITES, "Dupont"),
        # Names and titles that begin like a signal.
        ("Seeley, Expansion", None, "Seeley, Expansion"),
        ("S. Turow, One L", None, "S. Turow, One L"),
        ("E. Baklanoff, Title", None, "E. Baklanoff, Title"),
        ("v. Below, Territorium", None, "v. Below, Territorium"),
    ],
)
def test_a_signal_is_read_and_passed_over(text: str, relation: Relation | None, rest: str) -> None:
    at, found = read_signal(text, 0)
    assert (found, text[at:]) == (relation, rest)


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("Siehe die Beiträge in: Karl Braun", "de", "Karl Braun"),
        ("Vgl. dazu die Aufsätze in Braun, Stadt", "de", "Braun, Stadt"),
        ("Voir les contributions réunies dans Dupont", "fr", "Dupont"),
        ("Die Beiträge Preußens zum Reich", "de", "Die Beiträge Preußens zum Reich"),
        ("Anders noch Braun, Stadt", "de", "Braun, Stadt"),
        ("Unter Berufung auf Braun, Stadt", "de", "Braun, Stadt"),
        ("V. not. Dupont, Droit", "fr", "Dupont, Droit"),
        ("V. J. Dupont, Droit", "fr", "J. Dupont, Droit"),
        ("V. Dupont, Droit", "fr", "V. Dupont, Droit"),
        ("V. Dupont et V. Blanc, Droit", "fr", "V. Dupont et V. Blanc, Droit"),
    ],
)
def test_words_that_a_language_leads_to_a_work_with_are_no_part_of_it(text: str, language: str, rest: str) -> None:
    assert text[read_signal(text, 0, language=language)[0] :] == rest

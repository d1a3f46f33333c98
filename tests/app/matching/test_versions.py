"""Pairs of which one is a version, a part, a correction or a review of the other."""

from __future__ import annotations

import pytest

from app.entry import Entry
from app.matching import Relation
from tests.app.matching.entries import CABLE, TREATY, article, book, check_doubtful, check_related, typed

RELATED = {
    "preprint and article": (
        typed(
            "online",
            author="Reyes, T.",
            title="Revenue of the coastal states",
            date="1999",
            eprint="9901.01234",
            eprinttype="arxiv",
        ),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "2000", "3", "1--20"),
        Relation.PREPRINT,
        "year 1 apart",
    ),
    "working paper and article": (
        article("Reyes, T.", "Revenue of the coastal states", "SSRN Electronic Journal", "1999"),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "2000", "3", "1--20"),
        Relation.PREPRINT,
        "different journals",
    ),
    "thesis and book": (
        typed(
            "thesis",
            author="Okonkwo, Ifeoma",
            title="Harbours of the inland sea",
            institution="Univ. of Lagos",
            date="1974",
        ),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea", "1978", "Meridian Press"),
        Relation.VERSION,
        "years 4 apart",
    ),
    "conference paper and article": (
        typed(
            "inproceedings",
            author="Reyes, T.",
            title="Revenue of the coastal states",
            booktitle="Proceedings of the Port Days",
            date="1998",
            pages="11--15",
        ),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "2000", "3", "101--120"),
        Relation.VERSION,
        "different pages",
    ),
    "abstract of a talk and the article in another journal": (
        article("Reyes, T. and Lund, E.", "Revenue of the coastal states", "Dock", "2000", "3", "S12"),
        article("Reyes, T. and Lund, E.", "Revenue of the coastal states", "Coast", "2000", "41", "101--120"),
        Relation.VERSION,
        "different journals",
    ),
    "review of a book": (
        article("Ito, K.", "Review of Harbours of the inland sea, by Ifeoma Okonkwo", "Dock", "1980", "3", "88--90"),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea", "1978"),
        Relation.REVIEW_OF,
        "different authors",
    ),
    "review under the book's own title": (
        typed(
            "review",
            author="Ito, K.",
            title="Harbours of the inland sea",
            journaltitle="Dock",
            date="1980",
            pages="88--90",
        ),
        book("Okonkwo, Ifeoma", "Harbours of the inland sea", "1978"),
        Relation.REVIEW_OF,
        "different authors",
    ),
    "Part I and Part II": (
        article("Reyes, T.", "Revenue of the coastal states, Part I", "Dock", "1990", "3", "1--20"),
        article("Reyes, T.", "Revenue of the coastal states, Part II", "Dock", "1990", "3", "21--48"),
        Relation.PART,
        "title differs in a number",
    ),
    "first part and second part": (
        article("Reyes, T.", "Revenue of the coastal states. First part", "Dock", "1990", "3", "1--20"),
        article("Reyes, T.", "Revenue of the coastal states. Second part", "Dock", "1991", "4", "5--31"),
        Relation.PART,
        "number",
    ),
    "Teil 1 and Teil 2": (
        article("Kern, U.", "Zölle am Binnenmeer, Teil 1", "Archiv", "1990", "3", "1--20"),
        article("Kern, U.", "Zölle am Binnenmeer, Teil 2", "Archiv", "1990", "3", "21--48"),
        Relation.PART,
        "number",
    ),
    "erratum": (
        TREATY,
        TREATY.with_fields(title="Erratum: The treaty that nobody signed", pages="320"),
        Relation.ERRATUM,
        "different pages",
    ),
    "correction in brackets": (
        TREATY,
        TREATY.with_fields(title="The treaty that nobody signed (Correction)", pages="320"),
        Relation.ERRATUM,
        "different pages",
    ),
    "reply": (
        TREATY,
        article(
            "Ito, K.", "The treaty that nobody signed: a reply", "Revue d'histoire diplomatique", "1970", "84", "12--15"
        ),
        Relation.REPLY,
        "different authors",
    ),
    "comment on": (
        TREATY,
        article(
            "Ito, K.",
            "Comment on “The treaty that nobody signed”",
            "Revue d'histoire diplomatique",
            "1970",
            "84",
            "12--15",
        ),
        Relation.REPLY,
        "different authors",
    ),
    "erratum in another year": (
        CABLE,
        CABLE.with_fields(
            title="Corrigendum to: The cable office and the politics of delay", date="1989", pages="9", volume="16"
        ),
        Relation.ERRATUM,
        "years 2 apart",
    ),
    "a correction as a citation index writes it": (
        TREATY,
        article("Varga, M.", "The treaty that nobody signed (vol 83, pg 44, 1969)", "Revue", "1970", "84", "320"),
        Relation.ERRATUM,
        "year 1 apart",
    ),
}

FOR_REVIEW = {
    "a report and an article without a place": (
        typed("techreport", author="Reyes, T.", title="Revenue of the coastal states", year="1990"),
        article("Reyes, T.", "Revenue of the coastal states", "Dock", "1990"),
        "same authors",
    ),
}


@pytest.mark.parametrize(("a", "b", "relation", "words"), RELATED.values(), ids=RELATED)
def test_versions_that_belong_together_are_related(a: Entry, b: Entry, relation: Relation, words: str) -> None:
    check_related(a, b, relation, words)


@pytest.mark.parametrize(("a", "b", "words"), FOR_REVIEW.values(), ids=FOR_REVIEW)
def test_versions_in_doubt_wait_for_a_person(a: Entry, b: Entry, words: str) -> None:
    check_doubtful(a, b, words)

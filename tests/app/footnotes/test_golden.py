"""The notes of the golden articles as LaTeX: golden/NAME.tex is what tests/articles/NAME/gold.json becomes."""

import json
from pathlib import Path

import pytest

from app.apparatus import Apparatus, Citation, Form, Kind, Note, NoteText, Relation, Work
from app.entry import Entry
from app.footnotes import write_footnotes

GOLDEN = sorted(Path(__file__).parent.glob("golden/*.tex"))
ARTICLES = Path(__file__).parents[2] / "articles"


def apparatus_of(gold):
    """A report as the apparatus it was written from."""
    works = tuple(Work(work["id"], Entry(work["entrytype"], work["fields"], work["id"])) for work in gold["works"])
    return Apparatus(None, works, tuple(_note(note) for note in gold["notes"]))


def _note(said):
    citations = tuple(
        Citation(c["start"], c["end"], Form(c["form"]), Relation(c["relation"]), c["work"], c["locator"])
        for c in said["citations"]
    )
    return Note(NoteText(said["position"], said["label"], said["text"]), Kind(said["kind"]), citations)


@pytest.mark.parametrize("golden", GOLDEN, ids=[path.stem for path in GOLDEN])
def test_the_notes_of_a_golden_article(golden):
    gold = json.loads((ARTICLES / golden.stem / "gold.json").read_text(encoding="utf-8"))
    assert write_footnotes(apparatus_of(gold)) == golden.read_text(encoding="utf-8")


def test_there_are_golden_articles():
    assert len(GOLDEN) >= 6

"""A gold report (resources/sample/gold.json, the measuring data) as the apparatus it describes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.apparatus import Apparatus, Citation, Form, Kind, Note, NoteText, Relation, Work
from app.entry import Entry

SURE = {Form.FULL: 1.0, Form.SHORT: 0.9, Form.IBID: 0.8}
REASONS = {
    Form.FULL: "cited in full here",
    Form.SHORT: "the same author and title were cited in full before",
    Form.IBID: "the note before cites one work only",
}
BIBLATEX = {"journal": "journaltitle", "address": "location"}


def apparatus_of_gold(path: Path) -> Apparatus:
    """Read the works, notes and citations of a gold report; what is not in full gets a confidence below 1."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    works = tuple(Work(work["id"], _entry(work)) for work in gold["works"])
    return Apparatus(_entry(gold["article"]), works, tuple(_note(note) for note in gold["notes"]), path.parent.name)


def _entry(work: dict[str, Any]) -> Entry:
    fields = {BIBLATEX.get(name, name): str(value) for name, value in work["fields"].items()}
    if fields.get("date"):
        fields.pop("year", None)
    return Entry(work["entrytype"], fields)


def _note(note: dict[str, Any]) -> Note:
    text, end, citations = note["text"], 0, []
    for citation in note["citations"]:
        start = citation.get("start", text.index(citation["text"], end))
        end = start + len(citation["text"])
        form = Form(citation["form"])
        citations.append(
            Citation(
                start,
                end,
                form,
                Relation(citation["relation"]),
                citation["work"],
                citation["locator"],
                SURE[form],
                REASONS[form],
            )
        )
    return Note(NoteText(note["position"], note["label"], text), Kind(note["kind"]), tuple(citations))

"""An apparatus in, the notes report of the command line out: plain values, ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.apparatus import Apparatus, Citation, Note, Work
from app.entry import Entry
from app.works import rename_works


def write_report(apparatus: Apparatus, keys: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The report of an article's notes.

    Args:
        apparatus: the notes read.
        keys: citation keys by work id, where they differ from the ids.

    Returns:
        article (its entry, {} where unknown), works, notes; an unresolved citation has work None and its reason.
    """
    apparatus = rename_works(apparatus, keys) if keys else apparatus
    return {
        "article": _entry(apparatus.article) if apparatus.article else {},
        "works": [_work(work) for work in apparatus.works],
        "notes": [_note(note) for note in apparatus.notes],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {"entrytype": entry.entrytype, "fields": dict(entry.fields)}


def _work(work: Work) -> dict[str, Any]:
    return {"id": work.id, **_entry(work.entry)}


def _note(note: Note) -> dict[str, Any]:
    return {
        "position": note.note.position,
        "label": note.note.label,
        "text": note.note.text,
        "kind": note.kind.value,
        "citations": [_citation(note, citation) for citation in note.citations],
    }


def _citation(note: Note, citation: Citation) -> dict[str, Any]:
    return {
        "text": note.words(citation),
        "start": citation.start,
        "end": citation.end,
        "work": citation.work,
        "form": citation.form.value,
        "locator": citation.locator,
        "relation": citation.relation.value,
        "confidence": citation.confidence,
        "reason": citation.reason,
    }

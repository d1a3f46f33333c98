"""Real objects with sensible defaults, and the whole of a library as one value to compare."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from app.apparatus import Apparatus, Citation, Form, Kind, Note, NoteText, Relation, Work
from app.editing import add_entry
from app.entry import Entry
from app.importing import Choice, Decision
from app.library import Library
from models.rows import recorded_tables


def an_entry(key: str = "", entrytype: str = "book", **fields: str) -> Entry:
    """A book by Dinerstein, or what is asked for."""
    standing = {"author": "Dinerstein, Herbert S.", "title": "The Making of a Missile Crisis", "date": "1976"}
    return Entry(entrytype, {**standing, **fields}, key)


def added(library: Library, key: str = "", entrytype: str = "book", **fields: str) -> int:
    """The id of an entry that was just added."""
    return add_entry(library, an_entry(key, entrytype, **fields))[0]


def a_citation(work: str | None, start: int = 0, end: int = 4, **said: Any) -> Citation:
    return Citation(start, end, said.pop("form", Form.FULL), said.pop("relation", Relation.CITES), work, **said)


def a_note(position: int, text: str, *citations: Citation) -> Note:
    kind = Kind.CITATION if citations else Kind.COMMENTARY if text else Kind.EMPTY
    return Note(NoteText(position, str(position), text), kind, citations)


def an_apparatus(**changed: Any) -> Apparatus:
    """An article with three works in five notes: a full citation, Ibid. with a page, two in one note, an empty note."""
    standing = {
        "article": Entry("article", {"author": "Weiss, Clara", "title": "Sources in the Margin", "date": "2011"}),
        "works": (
            Work("dinerstein1976", an_entry("dinerstein1976", title="The Making of a Missile Crisis")),
            Work(
                "castro1962",
                Entry("article", {"author": "Castro, Fidel", "title": "Speech on the Blockade"}, "castro1962"),
            ),
            Work(
                "ulam1974", an_entry("ulam1974", author="Ulam, Adam B.", title="Expansion and Coexistence", date="1974")
            ),
        ),
        "notes": (
            a_note(
                1, "Herbert S. Dinerstein, The Making of a Missile Crisis (1976).", a_citation("dinerstein1976", 0, 60)
            ),
            a_note(2, "Ibid., 56.", a_citation("dinerstein1976", 0, 9, form=Form.IBID, locator="56")),
            a_note(3, "Castro, Speech; see Ulam.", a_citation("castro1962", 0, 14), a_citation("ulam1974", 20, 24)),
            a_note(4, ""),
            a_note(5, "Ibid.", a_citation(None, 0, 5, form=Form.IBID, reason="Two works stand before it.")),
        ),
        "source": "pages/weiss.html",
    }
    return Apparatus(**{**standing, **changed})


def all_new(apparatus: Apparatus) -> dict[str, Decision]:
    return {work.id: Decision(Choice.NEW) for work in apparatus.works}


def contents(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the library proper, table by table: what undoing everything must give back."""
    with library.asking() as session:
        return {
            name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for name, table in recorded_tables().items()
        }

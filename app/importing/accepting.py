"""An apparatus and the user's decisions in, one step of the library out: works, notes, and the article's own entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select

from app.apparatus import Apparatus, Citation, Work
from app.cards import Changes
from app.citekeys import make_key
from app.counting import counted
from app.entry import Entry
from app.importing.enriching import enrich
from app.importing.known_articles import known_article, mark_of, short_name
from app.importing.proposal import Choice, Decision
from app.lessons import learn
from app.library import Library
from app.library.entry_rows import as_stored, columns_of, storable
from app.library.keys import TakenKeys
from app.library.known_works import same_work
from app.library.opened import Writing
from app.library.reading import entries_by_id
from app.library.writing_entries import write_new, write_over
from app.teaching import keep_lessons
from models.article import Article
from models.article import Note as StoredNote
from models.citation import Citation as StoredCitation
from models.recording import in_batches
from models.store import now

LEFT_OUT = "Its work was left out when the article was imported."
_ABSENT = Decision(Choice.NEW)


def accept(
    library: Library, apparatus: Apparatus, decisions: Mapping[str, Decision], read: Apparatus | None = None
) -> tuple[int, Changes]:
    """Bring an article in, as one step: its works by the decisions (by work id), its notes, and its own entry.

    A work without a decision is new. An article that the library has already keeps its place: its notes are read
    again onto it, so that none is doubled. Where `read`, the apparatus as Ibidem had read it, differs, the corrections
    are kept as lessons for the next import.

    Returns:
        the article's id and what changed.

    Raises:
        UserError: the library cannot be written.
    """
    library.see_others()
    own = same_work(library, apparatus.article) if apparatus.article is not None else None
    pattern = library.key_pattern
    with library.changing("Import") as writing:
        entries = _write_works(writing, apparatus, decisions, pattern)
        _say_typed(writing, apparatus, decisions, entries, read)
        own = _write_own(writing, apparatus, own, pattern)
        known = known_article(writing.session, apparatus, own)
        article_id = _write_article(writing, apparatus, own, known)
        _write_notes(writing, article_id, apparatus, entries)
        name = short_name(apparatus.article, apparatus.source)
        count = len(set(entries.values()))
        works = counted(count, "work", "works")
        if read is not None:
            keep_lessons(writing, learn(read, apparatus), name)
        writing.rows.name = f"Import {works} from {name}" if known is None else f"Read the notes of {name} again"
    return article_id, writing.changes


def _write_works(
    writing: Writing, apparatus: Apparatus, decisions: Mapping[str, Decision], pattern: str
) -> dict[str, int]:
    """The entry of every work that was not left out, by work id."""
    chosen = {work.id: decisions.get(work.id, _ABSENT) for work in apparatus.works}
    wanted = [d.same_as for d in chosen.values() if d.choice is Choice.SAME and d.same_as is not None]
    standing = entries_by_id(writing.session, wanted)
    found: dict[str, int] = {}
    new: list[Work] = []
    enriched: dict[int, Entry] = {}
    for work in apparatus.works:
        decision = chosen[work.id]
        same = decision.same_as if decision.choice is Choice.SAME else None
        if same is not None and same in standing:
            found[work.id] = same
            if decision.enrich:
                enriched[same] = enrich(enriched.get(same, standing[same]), work.entry, decision.fields)
        elif decision.choice is not Choice.SKIP:
            new.append(work)
    write_over(writing, enriched)
    taken = TakenKeys(writing.session)
    keyed = [_with_key(work.entry, pattern, taken) for work in new]
    found.update(zip((work.id for work in new), write_new(writing, keyed), strict=True))
    return found


def _say_typed(
    writing: Writing,
    apparatus: Apparatus,
    decisions: Mapping[str, Decision],
    entries: Mapping[str, int],
    read: Apparatus | None,
) -> None:
    """Remember which fields of new entries were corrected before they came in."""
    as_read = {work.id: work.entry for work in read.works} if read is not None else {}
    for work in apparatus.works:
        was = as_read.get(work.id)
        if was is not None and work.id in entries and decisions.get(work.id, _ABSENT).choice is Choice.NEW:
            corrected = (name for name, value in work.entry.fields.items() if was.get(name) != value)
            writing.rows.say_typed(entries[work.id], corrected)


def _with_key(entry: Entry, pattern: str, taken: TakenKeys) -> Entry:
    # A reading names its works as it likes; where the library has a pattern of its own, that counts.
    key = make_key(replace(entry, key="") if pattern else entry, pattern, taken)
    taken.add(key)
    return replace(entry, key=key)


def _write_own(writing: Writing, apparatus: Apparatus, own: int | None, pattern: str) -> int | None:
    if apparatus.article is None or not apparatus.article.fields or own is not None:
        return own
    (own,) = write_new(writing, [_with_key(apparatus.article, pattern, TakenKeys(writing.session))])
    return own


def _write_article(writing: Writing, apparatus: Apparatus, own: int | None, known: int | None) -> int:
    """The article's row: a new one, or the one it has, without its former notes."""
    shown = columns_of(as_stored(apparatus.article or Entry("article")))
    row = {
        "entry_id": own,
        "title": shown["shown_title"],
        "author": shown["shown_author"],
        "year": shown["shown_year"],
        "source": storable(apparatus.source),
        "folded": mark_of(apparatus),
    }
    if known is None:
        (article_id,) = writing.rows.insert(Article, [{**row, "added": now()}])
        return article_id
    notes = writing.session.scalars(select(StoredNote.id).where(StoredNote.article_id == known)).all()
    for batch in in_batches(notes):
        citations = select(StoredCitation.id).where(StoredCitation.note_id.in_(batch))
        writing.rows.delete(StoredCitation, writing.session.scalars(citations))
    writing.rows.delete(StoredNote, notes)
    writing.rows.update(Article, [{"id": known, **row}])
    return known


def _write_notes(writing: Writing, article_id: int, apparatus: Apparatus, entries: Mapping[str, int]) -> None:
    rows = [
        {
            "article_id": article_id,
            "position": note.note.position,
            "label": note.note.label,
            "text": storable(note.note.text),
            "kind": note.kind.value,
        }
        for note in apparatus.notes
    ]
    ids = writing.rows.insert(StoredNote, rows)
    citations = [
        _citation_row(note_id, citation, entries)
        for note_id, note in zip(ids, apparatus.notes, strict=True)
        for citation in note.citations
    ]
    writing.rows.insert(StoredCitation, citations)


def _citation_row(note_id: int, citation: Citation, entries: Mapping[str, int]) -> dict[str, object]:
    entry_id = entries.get(citation.work) if citation.work is not None else None
    was_left_out = citation.work is not None and entry_id is None
    return {
        "note_id": note_id,
        "entry_id": entry_id,
        "start": citation.start,
        "end": citation.end,
        "form": citation.form.value,
        "relation": citation.relation.value,
        "locator": citation.locator,
        "confidence": citation.confidence,
        "reason": LEFT_OUT if was_left_out else citation.reason,
    }

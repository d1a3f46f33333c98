"""An apparatus and one correction of the reader's in, the corrected apparatus out; the review screen's verbs.

Each function leaves what it was given as it is. A work that no citation leads to any more is gone, a citation never
leads to a work that is not there, and a note's kind follows its citations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from app.apparatus import Apparatus, Citation, Form, Note, Relation, Work
from app.citations import find_mentions, guess_language
from app.entry import Entry
from app.fields import parse_citation
from app.resolving.likeness import is_same_work
from app.works import name_works, read_note

_BY_HAND = "Set by hand."


def link(apparatus: Apparatus, position: int, index: int, work_id: str | None) -> Apparatus:
    """Let a citation lead to another work, or to none.

    Raises:
        KeyError: there is no such work.
        LookupError: there is no such note or citation.
    """
    if work_id is not None:
        _work(apparatus, work_id)
    return _with_citation(
        apparatus, position, index, lambda c: replace(c, work=work_id, confidence=1.0, reason=_BY_HAND)
    )


def remove_citation(apparatus: Apparatus, position: int, index: int) -> Apparatus:
    """Say that these words cite nothing."""
    note = _note(apparatus, position)
    _citation(note, index)
    return _with_citations(apparatus, position, [c for k, c in enumerate(note.citations) if k != index])


def add_citation(apparatus: Apparatus, position: int, start: int, end: int) -> Apparatus:
    """Say that these words cite something: a known work where they are one's, else a new one.

    Raises:
        ValueError: the span is empty, outside the note, or overlaps another citation.
        LookupError: there is no such note.
    """
    note = _note(apparatus, position)
    start, end = _check_span(note, start, end, except_index=None)
    words = note.note.text[start:end]
    entry, form, locator = _read(apparatus, words)
    known = next((work.id for work in apparatus.works if is_same_work(work.entry, entry)), None) if entry else None
    if entry is not None and known is None:
        apparatus, known = _with_new_work(apparatus, entry)
    citation = Citation(start, end, form, work=known, locator=locator, confidence=1.0, reason=_BY_HAND)
    return _with_citations(apparatus, position, [*note.citations, citation])


def change_span(apparatus: Apparatus, position: int, index: int, start: int, end: int) -> Apparatus:
    """Let a citation begin and end elsewhere.

    Raises:
        ValueError: the span is empty, outside the note, or overlaps another citation.
        LookupError: there is no such note or citation.
    """
    start, end = _check_span(_note(apparatus, position), start, end, except_index=index)
    return _with_citation(apparatus, position, index, lambda c: replace(c, start=start, end=end))


def change_relation(apparatus: Apparatus, position: int, index: int, relation: Relation) -> Apparatus:
    """Say what the note does with the work: cite it, see it, quote it from another."""
    return _with_citation(apparatus, position, index, lambda c: replace(c, relation=relation))


def change_locator(apparatus: Apparatus, position: int, index: int, locator: str | None) -> Apparatus:
    """Set the page a citation points at; None or "" for none."""
    return _with_citation(apparatus, position, index, lambda c: replace(c, locator=locator or None))


def change_work(apparatus: Apparatus, work_id: str, entry: Entry) -> Apparatus:
    """Replace what is known of a work; its id stays.

    Raises:
        KeyError: there is no such work.
    """
    _work(apparatus, work_id)
    works = (Work(w.id, replace(entry, key=w.id)) if w.id == work_id else w for w in apparatus.works)
    return replace(apparatus, works=tuple(works))


def join_works(apparatus: Apparatus, kept: str, other: str) -> Apparatus:
    """Say that two works are one: the kept one gains the fields it lacks, and the other's citations.

    Raises:
        KeyError: there is no such work.
        ValueError: they are the same already.
    """
    if kept == other:
        raise ValueError("a work cannot be joined with itself")
    first, second = _work(apparatus, kept), _work(apparatus, other)
    fields = {**second.entry.fields, **first.entry.fields}
    joined = Work(kept, Entry(first.entry.entrytype, fields, first.entry.key))
    works = tuple(joined if work.id == kept else work for work in apparatus.works if work.id != other)
    notes = (_relinked(note, other, kept) for note in apparatus.notes)
    return _in_order(replace(apparatus, works=works, notes=tuple(notes)))


def split_off(apparatus: Apparatus, position: int, index: int) -> Apparatus:
    """Give one citation a work of its own, from its words, or a copy of the one it led to."""
    note = _note(apparatus, position)
    citation = _citation(note, index)
    entry, _, _ = _read(apparatus, note.words(citation))
    if entry is None:
        entry = (
            _work(apparatus, citation.work).entry if citation.work else Entry("misc", {"title": note.words(citation)})
        )
    apparatus, work_id = _with_new_work(apparatus, entry)
    return link(apparatus, position, index, work_id)


def drop_work(apparatus: Apparatus, work_id: str) -> Apparatus:
    """Say that this is no work at all: it goes, and the citations that led to it with it.

    Raises:
        KeyError: there is no such work.
    """
    _work(apparatus, work_id)
    language = _language(apparatus)
    notes = tuple(
        read_note(note.note, [c for c in note.citations if c.work != work_id], language)
        if any(c.work == work_id for c in note.citations)
        else note
        for note in apparatus.notes
    )
    works = tuple(work for work in apparatus.works if work.id != work_id)
    return replace(apparatus, works=works, notes=notes)


def _language(apparatus: Apparatus) -> str:
    return _language_of(tuple(note.note.text for note in apparatus.notes))


@lru_cache(maxsize=4)
def _language_of(texts: tuple[str, ...]) -> str:
    """Kept from one correction to the next: they change citations, never the words, and thousands are slow to read."""
    return guess_language(list(texts))


def _work(apparatus: Apparatus, work_id: str) -> Work:
    for work in apparatus.works:
        if work.id == work_id:
            return work
    raise KeyError(work_id)


def _note(apparatus: Apparatus, position: int) -> Note:
    for note in apparatus.notes:
        if note.note.position == position:
            return note
    raise LookupError(f"no note at position {position}")


def _citation(note: Note, index: int) -> Citation:
    if not 0 <= index < len(note.citations):
        raise LookupError(f"no citation {index} in note {note.note.position}")
    return note.citations[index]


def _with_citation(
    apparatus: Apparatus, position: int, index: int, change: Callable[[Citation], Citation]
) -> Apparatus:
    note = _note(apparatus, position)
    changed = change(_citation(note, index))
    return _with_citations(apparatus, position, [changed if k == index else c for k, c in enumerate(note.citations)])


def _with_citations(apparatus: Apparatus, position: int, citations: Iterable[Citation]) -> Apparatus:
    read = read_note(_note(apparatus, position).note, citations, _language(apparatus))
    notes = tuple(read if note.note.position == position else note for note in apparatus.notes)
    return _in_order(replace(apparatus, notes=notes))


def _in_order(apparatus: Apparatus) -> Apparatus:
    """Works in the order of their first citation, those that no citation leads to left out."""
    cited = dict.fromkeys(c.work for note in apparatus.notes for c in note.citations if c.work is not None)
    works = {work.id: work for work in apparatus.works}
    return replace(apparatus, works=tuple(works[work_id] for work_id in cited))


def _relinked(note: Note, old: str, new: str) -> Note:
    if all(citation.work != old for citation in note.citations):
        return note
    return replace(note, citations=tuple(replace(c, work=new) if c.work == old else c for c in note.citations))


def _with_new_work(apparatus: Apparatus, entry: Entry) -> tuple[Apparatus, str]:
    taken = {work.id for work in apparatus.works}
    stem = name_works([entry])[0]
    work_id = next(name for name in _numbered(stem) if name not in taken)
    return replace(apparatus, works=(*apparatus.works, Work(work_id, replace(entry, key=work_id)))), work_id


def _numbered(stem: str) -> Iterable[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _read(apparatus: Apparatus, words: str) -> tuple[Entry | None, Form, str | None]:
    """What words marked by hand say: the work's entry, None for a back-reference; form; locator."""
    language = _language(apparatus)
    mention = next(iter(find_mentions(words, language)), None)
    if mention is not None and mention.parsed is None and mention.pointer.word:
        return None, mention.form, mention.locator
    parsed = parse_citation(words, language)
    if parsed is not None and parsed.entry.fields:
        return parsed.entry, Form.FULL, parsed.locator
    if mention is not None and mention.parsed is not None:
        return mention.parsed.entry, mention.form, mention.locator
    return Entry("misc", {"title": words.strip()}), Form.FULL, None


def _check_span(note: Note, start: int, end: int, except_index: int | None) -> tuple[int, int]:
    """The span without white space at its edges."""
    if not 0 <= start < end <= len(note.note.text):
        raise ValueError("the words selected lie outside the note")
    words = note.note.text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if start >= end:
        raise ValueError("there are no words in what is selected")
    for k, citation in enumerate(note.citations):
        if k != except_index and citation.start < end and start < citation.end:
            raise ValueError("some of these words belong to another citation")
    return start, end

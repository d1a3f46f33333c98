"""An article's notes in, its apparatus out: every note read, every citation tied to its work, every work there once."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from app.apparatus import Apparatus, Citation, Form, Kind, Note, NoteText, Work
from app.citations import find_mentions, guess_language
from app.citations.shapes import count_sentence_words
from app.citations.signals import read_signal
from app.confidence import calibrated
from app.entry import Entry
from app.folding import fold
from app.progress import Progress
from app.resolving import NoteReading, Settled, resolve

_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 4
# Footage that nobody signed and nothing entitles is called by its site: youtube2009.
_NAMED_BY = ("author", "editor", "title", "journaltitle", "organization", "institution", "eprinttype")


def read_apparatus(
    article: Entry | None,
    notes: Sequence[NoteText],
    source: str = "",
    progress: Progress | None = None,
    confidence: Callable[[Form, float], float] = calibrated,
) -> Apparatus:
    """Read the notes of an article.

    Args:
        article: the article's own entry, None where the page does not show one.
        notes: every note in page order, empty ones too.
        source: where the page came from.
        progress: told of every hundredth note.
        confidence: what a citation's form and the certainty that the stages state are worth.

    Returns:
        The apparatus; works are in the order of their first citation, their ids author and year ("dinerstein1967").

    Raises:
        Cancelled: the user asked to stop.
    """
    progress = progress or Progress()
    language = guess_language([note.text for note in notes])
    readings = []
    for done, note in enumerate(notes):
        if done % 100 == 0:
            progress.step("Reading the notes", done, len(notes))
        readings.append(NoteReading(note, find_mentions(note.text, language)))
    resolution = resolve(readings, language, progress)
    ids = name_works(resolution.works)
    read = tuple(
        read_note(note, [_citation(settled, ids, confidence) for settled in found], language)
        for note, found in zip(notes, resolution.notes, strict=True)
    )
    works = tuple(Work(key, replace(entry, key=key)) for key, entry in zip(ids, resolution.works, strict=True))
    return Apparatus(article, works, read, source)


def _citation(settled: Settled, ids: Sequence[str], confidence: Callable[[Form, float], float]) -> Citation:
    mention, answer = settled.mention, settled.answer
    stated = min(mention.certainty, answer.confidence)
    return Citation(
        mention.start,
        mention.end,
        mention.form,
        mention.relation,
        None if answer.work is None else ids[answer.work],
        mention.locator,
        round(stated if answer.work is None else confidence(mention.form, stated), 2),
        answer.reason,
    )


def read_note(note: NoteText, citations: Iterable[Citation], language: str = "en") -> Note:
    """The note with its citations in text order and its kind."""
    ordered = tuple(sorted(citations, key=lambda citation: (citation.start, citation.end)))
    return Note(note, tell_kind(note.text, ordered, language), ordered)


def tell_kind(text: str, citations: Sequence[Citation], language: str = "en") -> Kind:
    """What a note is, by what is left of it without its citations, their signals and the stops between them.

    "For another view, see R. Hale, ..." is a citation, "Hale tells how the ice broke. Ibid., 12" mixed.
    """
    if not text.strip():
        return Kind.EMPTY
    if not citations:
        return Kind.COMMENTARY
    words = sentence_words = 0
    at = 0
    for start, end in [*((c.start, c.end) for c in citations), (len(text), len(text))]:
        left = text[at:start]
        behind, _ = read_signal(left, 0, is_joined=True)
        left = left[behind:]
        words += len(_WORD.findall(left))
        sentence_words += count_sentence_words(left, language)
        at = max(at, end)
    return Kind.MIXED if words > _FEW_WORDS + 2 or (words > _FEW_WORDS and sentence_words) else Kind.CITATION


def name_works(entries: Sequence[Entry]) -> tuple[str, ...]:
    """A unique plain id for each work: first surname or the title's first word, year, a letter parts equals."""
    taken: dict[str, int] = {}
    used: set[str] = set()
    ids: list[str] = []
    for entry in entries:
        stem = _stem(entry)
        count = taken.get(stem, 0)
        name = stem + _letters(count)
        while name in used:
            count += 1
            name = stem + _letters(count)
        taken[stem] = count + 1
        used.add(name)
        ids.append(name)
    return tuple(ids)


def _stem(entry: Entry) -> str:
    people = next((value for name in _NAMED_BY if (value := entry.get(name))), "work")
    first = people.split(" and ")[0].split(",")[0] if entry.get("author") or entry.get("editor") else people
    words = fold(first).split()
    longest = next((word for word in words if len(word) > 3), words[0] if words else "work")
    name = re.sub(r"[^a-z0-9]", "", longest) or "work"
    year = re.search(r"\d{4}", entry.get("date") or ("" if entry.get("title") else entry.get("urldate")))
    return name + (year[0] if year else "")


def _letters(count: int) -> str:
    """Nothing for the first, then a, b, ... z, aa, ab, ..."""
    letters = ""
    while count > 0:
        count, rest = divmod(count - 1, 26)
        letters = string.ascii_lowercase[rest] + letters
    return letters


def rename_works(apparatus: Apparatus, keys: Mapping[str, str]) -> Apparatus:
    """The apparatus with other work ids, e.g. the citation keys of the library; an id without a new one keeps the old.

    Raises:
        ValueError: two works would have one id.
    """
    works = tuple(Work(keys.get(w.id, w.id), replace(w.entry, key=keys.get(w.id, w.id))) for w in apparatus.works)
    if len({work.id for work in works}) < len(works):
        raise ValueError("two works would have one id")
    notes = tuple(replace(n, citations=tuple(_renamed(c, keys) for c in n.citations)) for n in apparatus.notes)
    return replace(apparatus, works=works, notes=notes)


def _renamed(citation: Citation, keys: Mapping[str, str]) -> Citation:
    return citation if citation.work is None else replace(citation, work=keys.get(citation.work, citation.work))

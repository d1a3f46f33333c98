"""Articles in the trade's own marks: ⟦a citation⟧2 leads to work 2 in the order of first citation, ⟦one⟧? to none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.apparatus import Apparatus, NoteText
from app.works import read_apparatus

_MARKED = re.compile(r"⟦(?P<words>.*?)⟧(?P<work>\d+|\?)")


@dataclass(frozen=True)
class Wanted:
    """A citation and the number of the work it must lead to."""

    label: str
    words: str
    work: int | None


def read_marked(article: str) -> tuple[list[Wanted], Apparatus]:
    """What a marked article says must be found, and what the program finds in it without the marks."""
    wanted: list[Wanted] = []
    notes: list[NoteText] = []
    for position, line in enumerate(article.strip().split("\n"), 1):
        label, _, text = line.partition(" ")
        for match in _MARKED.finditer(text):
            wanted.append(Wanted(label, match["words"], None if match["work"] == "?" else int(match["work"])))
        notes.append(NoteText(position, label, _MARKED.sub(lambda match: match["words"], text)))
    numbers = [want.work for want in wanted if want.work is not None]
    first = list(dict.fromkeys(numbers))
    assert first == list(range(1, len(first) + 1)), "a badly written table: works are numbered by first citation"
    return wanted, read_apparatus(None, notes)


def found_in(apparatus: Apparatus) -> list[Wanted]:
    """The citations found, each with the number of its work."""
    numbers = {work.id: number for number, work in enumerate(apparatus.works, 1)}
    return [
        Wanted(note.note.label, note.words(citation), numbers[citation.work] if citation.work else None)
        for note in apparatus.notes
        for citation in note.citations
    ]


def check(article: str) -> Apparatus:
    """Read a marked article and hold what is found against its marks."""
    wanted, apparatus = read_marked(article)
    found = found_in(apparatus)
    assert found == wanted, (
        f"found {[f for f in found if f not in wanted]}, wanted {[w for w in wanted if w not in found]}"
    )
    return apparatus


def numbered(*notes: str) -> str:
    """Notes numbered from 1."""
    return "\n".join(f"{number} {note}" for number, note in enumerate(notes, 1))

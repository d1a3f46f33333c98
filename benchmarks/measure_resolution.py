"""Resolution by itself: the gold citations of an article in, how often each is led to its work out; then with our own.

At last every work that is cited shortly is left out in turn: how often another work is taken for it.

`python -m benchmarks.measure_resolution [-m] [FOLDER...]`: articles of these folders, with every miss after -m.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.apparatus import Form, NoteText, Relation
from app.bibtex.dialects import to_biblatex
from app.citations import Back, Mention, Pointer, find_mentions, guess_language
from app.citations.sigla import find_sigla
from app.fields import ParsedCitation
from app.resolving import NoteReading, Settled, resolve

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
_OUTCOMES = ("right", "wrong", "unresolved", "not found")
_ENOUGH = 0.7


@dataclass(frozen=True)
class Miss:
    """A citation led astray: where it stands, what was said of it, and what is true."""

    label: str
    words: str
    kind: str
    outcome: str
    wanted: str | None
    got: str | None
    reason: str


class Table:
    """Outcomes by row."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(_OUTCOMES, 0))
        self.misses: list[Miss] = []

    def add(self, rows: Sequence[str], outcome: str) -> None:
        for row in rows:
            self.rows[row][outcome] += 1

    def take(self, other: Table) -> None:
        for row, counts in other.rows.items():
            for outcome, count in counts.items():
                self.rows[row][outcome] += count

    def line(self, row: str) -> str:
        counts = self.rows[row]
        return " / ".join(f"{counts[outcome]:d}" for outcome in _OUTCOMES)


def main(folders: Sequence[str] = (), shows_misses: bool = False, leaves_out: bool = True) -> None:
    """Print for each article the outcomes per form, the totals per kind of back-reference, and the misses."""
    paths = [Path(folder) for folder in folders] or default_articles()
    if not paths:
        print("the measuring data beside the project is missing")
        return
    for title, reads in (
        ("gold citations (a stage by itself)", _gold_reading),
        ("our own mentions in gold notes", _own_reading),
    ):
        print(f"resolution of {title}: {' / '.join(_OUTCOMES)}")
        total = Table()
        for path in paths:
            gold = json.loads((path / "gold.json").read_text(encoding="utf-8"))
            table = _compare(gold, [reads(note, gold) for note in gold["notes"]])
            total.take(table)
            print(f"  {path.name:24} " + "   ".join(f"{row} {table.line(row)}" for row in ("full", "short", "ibid")))
            for miss in table.misses if shows_misses else ():
                print(
                    f"     [{miss.label}] {miss.words!r}: {miss.kind}, {miss.outcome}: "
                    f"{miss.got}, gold {miss.wanted} ({miss.reason})"
                )
        print(f"  {'TOTAL':24} " + "   ".join(f"{row} {total.line(row)}" for row in ("full", "short", "ibid")))
        for row in sorted(set(total.rows) - {"full", "short", "ibid"}):
            print(f"     {row:24} {total.line(row)}")
    if leaves_out:
        golds = [json.loads((path / "gold.json").read_text(encoding="utf-8")) for path in paths]
        taken = [another for gold in golds for another in _left_out(gold)]
        print(f"works left out, their short citations kept: {sum(taken)} of {len(taken)} led to another work")


def _left_out(gold: dict[str, Any]) -> Iterator[bool]:
    """For each short citation whether another work is taken for its own, where nothing else cites that."""
    language = guess_language([note["text"] for note in gold["notes"]])
    mentions = [_gold_reading(note, gold) for note in gold["notes"]]
    for at, note in enumerate(gold["notes"]):
        for short, citation in zip(mentions[at], note["citations"], strict=True):
            if citation.get("form", "full") != "short" or not citation["work"]:
                continue
            readings = [
                NoteReading(
                    NoteText(other["position"], other["label"], other["text"]),
                    tuple(
                        mention
                        for mention, cited in zip(found, other["citations"], strict=True)
                        if mention is short or cited["work"] != citation["work"]
                    ),
                )
                for other, found in zip(gold["notes"][: at + 1], mentions, strict=False)
            ]
            yield _leads_to_another(resolve(readings, language).notes, short)


def _leads_to_another(notes: Sequence[tuple[Settled, ...]], short: Mention) -> bool:
    others = {settled.answer.work for note in notes for settled in note if settled.mention.start != short.start}
    others |= {settled.answer.work for note in notes[:-1] for settled in note}
    return any(
        settled.answer.work is not None and settled.answer.work in others
        for settled in notes[-1]
        if settled.mention.end == short.end
    )


def default_articles() -> list[Path]:
    """The articles beside the project and the project's own."""
    bases = (SHARED / "data" / "articles", ROOT / "tests" / "articles")
    return [path.parent for base in bases for path in sorted(base.glob("*/gold.json"))]


def _compare(gold: dict[str, Any], mentions: list[tuple[Mention, ...]]) -> Table:
    """Resolve the mentions and hold the answers against the gold works.

    A work that resolving makes bears the name of the gold work it was made for first; so no field need be right.
    """
    notes = [NoteText(note["position"], note["label"], note["text"]) for note in gold["notes"]]
    language = guess_language([note.text for note in notes])
    readings = [NoteReading(note, found) for note, found in zip(notes, mentions, strict=True)]
    table, owners, numbers = Table(), {}, {}
    for note, settled in zip(gold["notes"], resolve(readings, language).notes, strict=True):
        for citation, found in _paired(note, settled):
            wanted = citation["work"]
            got = found.answer.work if found else None
            if wanted is not None and got is not None:
                numbers.setdefault(wanted, got)
                owners.setdefault(got, wanted)
            outcome = _outcome(wanted, found, numbers, owners)
            kind = tell_kind(found.mention) if found else "not found"
            table.add((citation.get("form", "full"), kind), outcome)
            if outcome != "right":
                reason = found.answer.reason if found else ""
                owner = owners.get(got) if got is not None else None
                words = citation["text"]
                table.misses.append(Miss(note["label"], words, kind, outcome, wanted, owner, reason))
    return table


def _outcome(wanted: str | None, found: Settled | None, numbers: dict[str, int], owners: dict[int, str]) -> str:
    if found is None:
        return "not found"
    got = found.answer.work
    if wanted is None or got is None:
        return "right" if got is None and wanted is None else "wrong" if wanted is None else "unresolved"
    return "right" if numbers[wanted] == got and owners[got] == wanted else "wrong"


def _paired(note: dict[str, Any], settled: Sequence[Settled]) -> Iterator[tuple[dict[str, Any], Settled | None]]:
    """Each gold citation of a note with the mention that covers it."""
    left = list(settled)
    for citation in note["citations"]:
        start, end = span(note, citation)
        best = max(left, key=lambda found: _overlap(found.mention, start, end), default=None)
        if best is not None and _overlap(best.mention, start, end) >= _ENOUGH:
            left.remove(best)
            yield citation, best
        else:
            yield citation, None


def _overlap(mention: Mention, start: int, end: int) -> float:
    shared = min(mention.end, end) - max(mention.start, start)
    return max(0, shared) / (max(mention.end, end) - min(mention.start, start))


def span(note: dict[str, Any], citation: dict[str, Any]) -> tuple[int, int]:
    """Where a gold citation stands in its note."""
    text, words = note["text"], citation["text"]
    start = citation.get("start", -1)
    start = start if text[start : start + len(words)] == words else text.find(words)
    return start, start + len(words)


def _own_reading(note: dict[str, Any], gold: dict[str, Any]) -> tuple[Mention, ...]:
    return find_mentions(note["text"], gold.get("language") or "en")


def _gold_reading(note: dict[str, Any], gold: dict[str, Any]) -> tuple[Mention, ...]:
    """The gold citations of a note as mentions: those in full with their gold fields, others as their words are read.

    A citation in full that points back ("in Marsh, op. cit.", "Ders., ...") keeps the pointer that its words hold.
    """
    entries = {work["id"]: to_biblatex(work["entrytype"], work["fields"]) for work in gold["works"]}
    language = gold.get("language") or "en"
    mentions = []
    for citation in note["citations"]:
        start, end = span(note, citation)
        read = _read_alone(citation["text"], language)
        relation = Relation(citation.get("relation", "cites"))
        placed = replace(
            read,
            start=start,
            end=end,
            form=Form(citation.get("form", "full")),
            relation=relation,
            locator=read.locator or citation["locator"],
            sigla=(),
        )
        is_pointing = read.container is not None or read.pointer.back in (Back.IBID, Back.IDEM, Back.EARLIER)
        if citation.get("form", "full") == "full" and not is_pointing and citation["work"]:
            parsed = ParsedCitation(entries[citation["work"]], 0, end - start, citation["locator"], 1.0)
            placed = replace(placed, pointer=Pointer(Back.NOTHING), parsed=parsed, locator=citation["locator"])
        mentions.append(placed)
    return _with_sigla(note["text"], mentions)


def _read_alone(words: str, language: str) -> Mention:
    """What these words say of the work, read by themselves."""
    found = find_mentions(words, language)
    if found and _overlap(found[0], 0, len(words)) >= 0.5:
        return found[0]
    return Mention(0, len(words), Form.SHORT, Pointer(Back.GUESS, names=words))


def _with_sigla(text: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    for siglum in find_sigla(text):
        owner = max((k for k, mention in enumerate(mentions) if mention.start < siglum.start), default=None)
        if owner is not None:
            mentions[owner] = replace(mentions[owner], sigla=(*mentions[owner].sigla, siglum.name))
    return tuple(mentions)


def tell_kind(mention: Mention) -> str:
    """What a citation points back by, in the trade's words."""
    pointer = mention.pointer
    if mention.container is not None:
        return "chapter in a known book"
    if pointer.back in (Back.TITLE, Back.GUESS):
        if pointer.names and pointer.title:
            return "name and title"
        return "title" if pointer.title else "name and year" if pointer.year else "name alone"
    if pointer.back is Back.EARLIER:
        return "note number" if pointer.label else "op. cit."
    if pointer.back is Back.IBID:
        return "name, ibid." if pointer.names or pointer.title else "ibid."
    return "idem" if pointer.back is Back.IDEM else "in full"


if __name__ == "__main__":
    main([argument for argument in sys.argv[1:] if not argument.startswith("-")], "-m" in sys.argv)

"""Gold notes' texts in, what of their citations is found out, with span, form, relation and locator.

    python -m benchmarks.measure_mentions [-v] [FOLDER...]

A folder holds a gold.json; without one, the six articles beside the project and its own are measured. Guesses, which
count only if a work bears their name, are neither found wrongly nor invented. -v prints every difference.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.citations import Back, Mention, find_mentions, guess_language
from benchmarks.measure_stages import Tally

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
_SHOWN = ("found", "real", "span", "form", "relation", "locator")
_ENOUGH = 0.7
_VOLUME = re.compile(r"^(?:(?:vol|t|Bd|tome|tomo)\.?\s?\w+|[IVXLC]+|[ivxlc]+)[.,:]{1,2}\s?(?:(?:at|p|pp|S)\.?\s)?(?=.)")


def main() -> None:
    """Print a line for each article, the totals, and with -v what is wrong."""
    folders = [Path(name) for name in sys.argv[1:] if name != "-v" and Path(name).is_dir()]
    if not (SHARED / "bench").is_dir():
        print("the measuring data beside the project is missing")
        return
    sys.path.insert(0, str(SHARED / "bench"))
    folders = folders or sorted(
        path.parent for base in (SHARED / "data", ROOT / "tests") for path in base.glob("articles/*/gold.json")
    )
    total = Tally()
    for folder in folders:
        tally, wrong = Tally(), []
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        language = guess_language([note["text"] for note in gold["notes"]])
        for note in gold["notes"]:
            wrong += [f"{note['label']}: {line}" for line in measure(note, language, tally)]
        for name, (right, of) in tally.counts.items():
            total.counts[name][0] += right
            total.counts[name][1] += of
        print(f"{folder.name:26} {tally.line(*_SHOWN)}")
        for line in wrong if "-v" in sys.argv else ():
            print("   ", line)
    print(f"{'TOTAL':26} {total.line(*_SHOWN)}")


def measure(note: dict[str, Any], language: str, tally: Tally) -> Iterator[str]:
    """Count one note's mentions; what differs from the gold, a line each."""
    import score_notes

    text = note["text"]
    left = list(find_mentions(text, language))
    for citation in note["citations"]:
        start, end = score_notes.span(note, citation)
        found = max(left, key=lambda mention: _overlap(mention, start, end), default=None)
        is_found = found is not None and _overlap(found, start, end) >= _ENOUGH
        tally.add("found", is_found)
        if found is None or not is_found:
            yield f"MISSED {text[start:end]}"
            continue
        left.remove(found)
        tally.add("real", True)
        yield from _compare(citation, found, text, (start, end), tally)
    for mention in left:
        if mention.pointer.back is not Back.GUESS:
            tally.add("real", False)
            yield f"INVENTED {text[mention.start : mention.end]}"


def _overlap(mention: Mention, start: int, end: int) -> float:
    both = min(end, mention.end) - max(start, mention.start)
    return both / (max(end, mention.end) - min(start, mention.start)) if both > 0 else 0.0


def _compare(citation: dict[str, Any], found: Mention, text: str, span: tuple[int, int], tally: Tally) -> Iterator[str]:
    start, end = span
    words = text[found.start : found.end]
    tally.add("span", (found.start, found.end) == span)
    if (found.start, found.end) != span:
        is_long, is_short = found.start < start or found.end > end, found.start > start or found.end < end
        yield f"{'LONG' * is_long}{'SHORT' * is_short} {words} | {text[start:end]}"
    wanted, read = _locator(citation.get("locator")), _locator(found.locator)
    # A range printed once is the work's own pages, as the scorer has it.
    if not read and found.parsed is not None and _locator(found.parsed.entry.get("pages")) == wanted:
        read = wanted
    for name, want, got in (
        ("form", citation.get("form", "full"), found.form.value),
        ("relation", citation.get("relation", "cites"), found.relation.value),
        ("locator", wanted, read),
    ):
        tally.add(name, want == got)
        if want != got:
            yield f"{name.upper()} {got!r} for {want!r}: {words}"


def _locator(printed: str | None) -> str:
    """The pages without the volume: whether that belongs to the work or the locator, all notes together must say."""
    import score_notes

    return score_notes.pages_of(_VOLUME.sub("", printed or ""))


if __name__ == "__main__":
    main()

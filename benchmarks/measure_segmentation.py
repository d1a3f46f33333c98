"""How many notes are cut exactly as the gold has them, and how much of the article's own entry is right."""

from __future__ import annotations

import json
from pathlib import Path

from app.article import NoNotes, read_article
from app.entry import Entry
from app.readers import read_page

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT.parent / "shared" / "data" / "articles", ROOT / "tests" / "articles")
TWINS = {"journal": "journaltitle", "year": "date", "address": "location"}
FIELDS = ("author", "title", "journaltitle", "volume", "number", "pages", "date", "doi")


def main() -> None:
    """Print a line for each article beside the project and in its own tests."""
    print(f"{'article':28} {'notes':>5} {'exact':>6} {'%':>6}   article's fields")
    for gold in sorted(path for folder in FOLDERS if folder.is_dir() for path in folder.glob("*/gold.json")):
        for page in sorted([*gold.parent.glob("input.*"), *gold.parent.glob("page.*")]):
            print(measure(page, json.loads(gold.read_text(encoding="utf-8"))))


def measure(page: Path, gold: dict) -> str:
    name = f"{page.parent.name} ({page.suffix[1:]})"
    wanted = [(note["position"], note["label"], note["text"]) for note in gold["notes"]]
    try:
        article = read_article(read_page(page))
    except NoNotes:
        return f"{name:28} {len(wanted):5} {0:6} {0.0:6.1f}   no notes found"
    found = {(note.position, note.label, note.text) for note in article.notes}
    exact = sum(note in found for note in wanted)
    extra = f" ({len(found) - len(wanted):+} notes)" if len(found) != len(wanted) else ""
    return (
        f"{name:28} {len(wanted):5} {exact:6} {100 * exact / len(wanted):6.1f}   {fields(gold, article.entry)}{extra}"
    )


def fields(gold: dict, entry: Entry | None) -> str:
    raw = gold.get("article") or {"fields": {}}
    wanted = {TWINS.get(name, name): value for name, value in raw["fields"].items()}
    wanted = {name: value for name, value in wanted.items() if name in FIELDS}
    wrong = [name for name, value in wanted.items() if entry is None or entry.get(name) != value]
    kind = "" if entry is not None and entry.entrytype == raw.get("entrytype") else ", another type"
    return f"{len(wanted) - len(wrong)} of {len(wanted)}{kind}" + (f", wrong: {' '.join(wrong)}" if wrong else "")


if __name__ == "__main__":
    main()

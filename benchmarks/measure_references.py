"""Score the field reading on labelled reference strings of many styles and languages: agreement per field and source.

    python -m benchmarks.measure_references [--source brill] [--errors 30] [--field title] [--limit 400]

The labels are raw substrings with their punctuation, so both sides are reduced to their words and digits before they
are compared; names are compared as sets of words. Bibliographies are not notes: this measures generality, nothing else.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.fields import parse_citation

SHARED = Path(__file__).resolve().parents[2] / "shared"
SOURCES = (
    "anystyle_core",
    "excite_de_foot",
    "excite_de_mixed",
    "brill",
    "parscit",
    "anystyle_good",
    "linkedbooks_train_8000",
    "grobid_citation",
)
LABELS = {
    "author": ("author",),
    "editor": ("editor",),
    "title": ("title",),
    "container": ("journal", "container-title", "booktitle"),
    "volume": ("volume",),
    "issue": ("issue",),
    "pages": ("pages",),
    "year": ("date",),
    "publisher": ("publisher",),
    "place": ("location",),
}
NOISE = {
    "and",
    "und",
    "et",
    "y",
    "e",
    "in",
    "ed",
    "eds",
    "hrsg",
    "hg",
    "al",
    "others",
    "von",
    "the",
    "a",
    "cura",
    "di",
    "dir",
    "editors",
    "editor",
    "by",
    "edited",
}


def words(value: str) -> str:
    value = unicodedata.normalize("NFKD", value).casefold()
    value = "".join(char for char in value if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", value))


def reduced(field: str, value: str) -> str:
    if field in {"author", "editor"}:
        return " ".join(sorted({word for word in words(value).split() if word not in NOISE}))
    if field == "year":
        years = re.findall(r"(?:1[4-9]|20)\d\d", value)
        return years[0] if years else ""
    if field in {"volume", "issue"}:
        return " ".join(re.findall(r"\d+|\b[ivxlc]+\b", value.casefold()))
    if field == "pages":
        return " ".join(re.findall(r"\d+", value))
    return re.sub(r"^(?:in|en|dans) ", "", words(value))


def gold_of(record: dict[str, Any]) -> dict[str, str]:
    gold = {}
    for field, labels in LABELS.items():
        value = " ".join(record["fields"][label] for label in labels if label in record["fields"])
        if reduced(field, value):
            gold[field] = reduced(field, value)
    if "volume" in gold and "issue" not in gold and len(gold["volume"].split()) == 2:
        gold["volume"], gold["issue"] = gold["volume"].split()
    if "title" not in gold and "container" in gold:
        gold["title"] = gold.pop("container")
    return gold


def found_of(text: str) -> dict[str, str]:
    parsed = parse_citation(text)
    if parsed is None:
        return {}
    get = parsed.entry.get
    raw = {
        "author": get("author"),
        "editor": get("editor"),
        "title": get("title"),
        "container": get("journaltitle") or get("booktitle"),
        "volume": get("volume"),
        "issue": get("number"),
        "pages": get("pages") or parsed.locator or "",
        "year": get("date"),
        "publisher": get("publisher") or get("institution"),
        "place": get("location"),
    }
    return {field: reduced(field, value) for field, value in raw.items() if reduced(field, value)}


def main(arguments: Sequence[str] = ()) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--source", default="")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--field", default="")
    parser.add_argument("--limit", type=int, default=150)
    args = parser.parse_args(arguments)
    if not (args.shared / "data" / "references").is_dir():
        print("the measuring data beside the project is missing")
        return 0
    for source in SOURCES:
        if args.source not in source:
            continue
        path = args.shared / "data" / "references" / f"{source}.jsonl.gz"
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            records = [json.loads(line) for line in stream]
        step = max(1, len(records) // args.limit)
        fields = [
            field
            for field, labels in LABELS.items()
            if any(label in record["fields"] for label in labels for record in records)
        ]
        counts = {field: [0, 0, 0] for field in fields}
        shown = 0
        for record in records[::step]:
            gold, found = gold_of(record), found_of(record["text"].strip())
            wrong = []
            for field in fields:
                if gold.get(field) == found.get(field):
                    counts[field][0] += field in gold
                    continue
                counts[field][1] += field in found
                counts[field][2] += field in gold
                wrong.append(f"{field}: {gold.get(field)!r} / {found.get(field)!r}")
            if wrong and shown < args.errors and (not args.field or any(line.startswith(args.field) for line in wrong)):
                shown += 1
                print("  -", record["text"], "\n       ", "\n        ".join(wrong))
        total = [sum(count[k] for count in counts.values()) for k in range(3)]
        score = {field: round(200 * c[0] / max(1, 2 * c[0] + c[1] + c[2])) for field, c in counts.items() if sum(c)}
        print(
            f"{source:24} n {len(records[::step]):4}  "
            f"F1 {200 * total[0] / max(1, 2 * total[0] + total[1] + total[2]):5.1f}  "
            + " ".join(f"{field} {value}" for field, value in score.items())
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

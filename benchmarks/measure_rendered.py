"""Score the field reading on rendered notes: entries of real .bib files printed in ten note styles and read back.

    python -m benchmarks.measure_rendered [--style chicago] [--errors 30] [--limit 300]

What a style does not print (a German note has no publisher) is not asked back. Entries with markup or lacking fields
that a note needs are passed over, so this is no picture of real notes; it shows which style and field breaks first.
"""

from __future__ import annotations

import argparse
import logging
import re
import string
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import bibtexparser

from app.fields import parse_citation

Fields = dict[str, str]
Names = list[tuple[str, str]]
SHARED = Path(__file__).resolve().parents[2] / "shared"
NEEDED = {
    "article": "author title journal year volume number pages",
    "book": "author title publisher address year",
    "incollection": "author title booktitle editor publisher address year pages",
}
TWINS = {"journal": "journaltitle", "address": "location", "year": "date", "start": "pages"}


@dataclass(frozen=True)
class Style:
    """How a style prints names (`last` stands before the last one) and each kind of work."""

    article: str
    book: str = ""
    incollection: str = ""
    last: str = " and "
    between: str = ", "
    name: str = "{given} {family}"
    is_short: bool = False
    editors: str = "{given} {family}"


STYLES = {
    "chicago": Style(
        "{author}, “{title},” {journal} {volume}, no. {number} ({year}): {pages}.",
        "{author}, {title} ({address}: {publisher}, {year}), 44.",
        "{author}, “{title},” in {booktitle}, ed. {editor} ({address}: {publisher}, {year}), {pages}.",
    ),
    "mhra": Style(
        "{author}, ‘{title}’, {journal}, {volume}.{number} ({year}), {pages}.",
        "{author}, {title} ({address}: {publisher}, {year}), p. 44.",
        "{author}, ‘{title}’, in {booktitle}, ed. by {editor} ({address}: {publisher}, {year}), pp. {pages}.",
    ),
    "inverted": Style(
        "{author}, “{title},” {journal} {volume} ({year}): {pages}.",
        "{author}, {title} ({address}: {publisher}, {year}), 44.",
        "{author}, “{title},” in {booktitle}, edited by {editor} ({address}: {publisher}, {year}), {pages}.",
        name="{family}, {given}",
    ),
    "harvard": Style(
        "{author} ({year}) ‘{title}’, {journal}, {volume}({number}), pp. {pages}.",
        "{author} ({year}) {title} ({address}: {publisher}), p. 44.",
        "{author} ({year}) ‘{title}’, in {editor} (eds) {booktitle} ({address}: {publisher}), pp. {pages}.",
        name="{family}, {given}",
        editors="{family}, {given}",
        is_short=True,
    ),
    "oscola": Style(
        "{author}, ‘{title}’ ({year}) {volume} {journal} {start}, 44.",
        "{author}, {title} ({publisher} {year}) 44.",
        "{author}, ‘{title}’ in {editor} (eds), {booktitle} ({publisher} {year}) 44.",
    ),
    "bluebook": Style("{author}, {title}, {volume} {journal} {start}, 44 ({year}).", last=" & "),
    "german": Style(
        "{author}: {title}, in: {journal} {number}/{year}, S. 44",
        "{author}: {title}, {address} {year}, S. 44",
        "{author}: {title}, in: {editor} (Hrsg.): {booktitle}, {address} {year}, S. {pages}",
        last="/",
        between="/",
    ),
    "german-comma": Style(
        "{author}, {title}, in: {journal} {volume} ({year}), S. {pages}.",
        "{author}, {title}, {address} {year}, S. 44.",
        "{author}, {title}, in: {editor} (Hg.), {booktitle}, {address} {year}, S. {pages}.",
        last=" und ",
    ),
    "french": Style(
        "{author}, « {title} », {journal}, vol. {volume}, n° {number}, {year}, p. {pages}.",
        "{author}, {title}, {address}, {publisher}, {year}, p. 44.",
        "{author}, « {title} », dans {editor} (dir.), {booktitle}, {address}, {publisher}, {year}, p. {pages}.",
        last=" et ",
    ),
    "apa": Style(
        "{author} ({year}). {title}. {journal}, {volume}({number}), {pages}.",
        "{author} ({year}). {title}. {address}: {publisher}.",
        name="{family}, {given}",
        last=", & ",
        is_short=True,
    ),
}


def people(value: str) -> Names | None:
    """Names as (given, family); None where one cannot be told."""
    names = []
    for person in re.split(r"\s+and\s+", value):
        family, comma, given = person.partition(",")
        if not comma:
            given, _, family = person.rpartition(" ")
        if not given.strip() or not family.strip() or "," in given or re.search(r"[{}\\\d]|others", person):
            return None
        names.append((given.strip(), family.strip()))
    return names


def printed(value: str, shape: str, style: Style) -> str:
    names = people(value) or []
    if style.is_short:
        names = [("".join(part[0] + "." for part in given.split()), family) for given, family in names]
    words = [shape.format(given=given, family=family) for given, family in names]
    return words[0] if len(words) == 1 else style.between.join(words[:-1]) + style.last + words[-1]


def fields_of(entry: object, kind: str) -> Fields | None:
    """An entry's fields as a note would print them, None where it lacks one or has markup in it."""
    raw = {
        field.key.lower(): re.sub(r"[{}]|\s+", lambda m: " " if m[0].isspace() else "", str(field.value))
        for field in entry.fields
    }
    names = NEEDED[kind].split()
    if any(not raw.get(name, "").strip() or re.search(r"[\\$~_\[]", raw[name]) for name in names):
        return None
    pages = re.fullmatch(r"(\d+)\s?(?:--?|–)\s?(\d+)", raw.get("pages", "1--9"))
    if not pages or not re.fullmatch(r"\d{4}", raw["year"]) or people(raw["author"]) is None:
        return None
    if ("editor" in names and people(raw["editor"]) is None) or (
        kind == "article" and not (raw["volume"].isdigit() and raw["number"].isdigit())
    ):
        return None
    return {name: raw[name].strip() for name in names} | {"pages": f"{pages[1]}–{pages[2]}", "start": pages[1]}


def entries(shared: Path, limit: int) -> list[tuple[str, Fields]]:
    found: list[tuple[str, Fields]] = []
    logging.disable(logging.WARNING)  # what is wrong with the files is not the matter here
    for path in sorted((shared / "data" / "bibtex" / "corpus").glob("*.bib")):
        try:
            library = bibtexparser.parse_string(path.read_text(encoding="utf-8"))
        except Exception:  # nor are broken ones
            continue
        kinds = [
            ({"inbook": "incollection"}.get(entry.entry_type, entry.entry_type), entry) for entry in library.entries
        ]
        usable = [(kind, fields_of(entry, kind)) for kind, entry in kinds if kind in NEEDED]
        found += [(kind, fields) for kind, fields in usable if fields][:4]
    return found[:: max(1, len(found) // limit)]


def folded(name: str, value: str) -> str:
    words = re.findall(r"\w+", value.casefold())
    return " ".join(sorted(set(words) - {"and", "und", "et"}) if name in {"author", "editor"} else words)


def misses(kind: str, fields: Fields, style: Style, right: Counter[str], wrong: Counter[str]) -> tuple[str, list[str]]:
    template = getattr(style, kind)
    values = fields | {"author": printed(fields["author"], style.name, style)}
    if "editor" in fields:
        values["editor"] = printed(fields["editor"], style.editors, style)
    text = template.format_map(values)
    parsed = parse_citation(text)
    missed = []
    for _, name, _, _ in string.Formatter().parse(template):
        if name:
            want = folded(name, values[name])
            got = folded(name, parsed.entry.get(TWINS.get(name, name)) if parsed else "")
            (right if want == got else wrong)[name] += 1
            missed += [] if want == got else [f"{name}: {want!r} / {got!r}"]
    return text, missed


def main(arguments: Sequence[str] = ()) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--style", default="")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--limit", type=int, default=250)
    args = parser.parse_args(arguments)
    if not (args.shared / "data" / "bibtex").is_dir():
        print("the measuring data beside the project is missing")
        return 0
    pool = entries(args.shared, args.limit)
    for label, style in STYLES.items():
        if args.style not in label:
            continue
        right: Counter[str] = Counter()
        wrong: Counter[str] = Counter()
        results = [misses(kind, fields, style, right, wrong) for kind, fields in pool if getattr(style, kind)]
        faulty = [(text, missed) for text, missed in results if missed]
        for text, missed in faulty[: args.errors]:
            print("  -", text, "\n       ", "\n        ".join(missed))
        share = " ".join(f"{name} {100 * right[name] / (right[name] + wrong[name]):.0f}" for name in right | wrong)
        perfect = 100 * (1 - len(faulty) / max(1, len(results)))
        total = 100 * right.total() / max(1, right.total() + wrong.total())
        print(f"{label:14} n {len(results):4}  perfect {perfect:5.1f}  fields {total:5.1f}  {share}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

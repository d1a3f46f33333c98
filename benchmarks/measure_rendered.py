"""Score the field reading on rendered notes: entries of real .bib files printed in ten note styles, and read back.

    python benchmarks/measure_rendered.py ../shared [--style chicago] [--errors 30] [--limit 300]

What a style does not print (a German note has no publisher) is not asked back. Entries with markup or without the fields
a note needs are passed over, so this is no picture of real notes; it shows which style and which field breaks first.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import bibtexparser

from app.fields import parse_citation

Fields = dict[str, str]


def people(value: str) -> list[tuple[str, str]] | None:
    """Names as (given, family); None where one cannot be told."""
    out = []
    for person in re.split(r"\s+and\s+", value):
        family, comma, given = person.partition(",")
        if not comma:
            given, _, family = person.rpartition(" ")
        if not given.strip() or not family.strip() or "," in given or re.search(r"[{}\\\d]|others", person):
            return None
        out.append((given.strip(), family.strip()))
    return out


def listed(names: list[tuple[str, str]], last: str, shape: str = "{0} {1}", between: str = ", ") -> str:
    printed = [shape.format(*name) for name in names]
    return printed[0] if len(printed) == 1 else between.join(printed[:-1]) + last + printed[-1]


def short(names: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [("".join(part[0] + "." for part in given.split()), family) for given, family in names]


def headline(title: str) -> str:
    return title


STYLES: dict[str, dict[str, Callable[[Fields, list[tuple[str, str]]], str]]] = {
    "chicago": {
        "article": lambda f, a: f"{listed(a, ' and ')}, “{f['title']},” {f['journal']} {f['volume']}, no. {f['number']} ({f['year']}): {f['pages']}.",
        "book": lambda f, a: f"{listed(a, ' and ')}, {f['title']} ({f['address']}: {f['publisher']}, {f['year']}), 44.",
        "incollection": lambda f, a: f"{listed(a, ' and ')}, “{f['title']},” in {f['booktitle']}, ed. {listed(people(f['editor']) or [], ' and ')} ({f['address']}: {f['publisher']}, {f['year']}), {f['pages']}.",
    },
    "mhra": {
        "article": lambda f, a: f"{listed(a, ' and ')}, ‘{f['title']}’, {f['journal']}, {f['volume']}.{f['number']} ({f['year']}), {f['pages']}.",
        "book": lambda f, a: f"{listed(a, ' and ')}, {f['title']} ({f['address']}: {f['publisher']}, {f['year']}), p. 44.",
        "incollection": lambda f, a: f"{listed(a, ' and ')}, ‘{f['title']}’, in {f['booktitle']}, ed. by {listed(people(f['editor']) or [], ' and ')} ({f['address']}: {f['publisher']}, {f['year']}), pp. {f['pages']}.",
    },
    "inverted": {
        "article": lambda f, a: f"{listed(a, ' and ', '{1}, {0}')}, “{f['title']},” {f['journal']} {f['volume']} ({f['year']}): {f['pages']}.",
        "book": lambda f, a: f"{listed(a, ' and ', '{1}, {0}')}, {f['title']} ({f['address']}: {f['publisher']}, {f['year']}), 44.",
        "incollection": lambda f, a: f"{listed(a, ' and ', '{1}, {0}')}, “{f['title']},” in {f['booktitle']}, edited by {listed(people(f['editor']) or [], ' and ')} ({f['address']}: {f['publisher']}, {f['year']}), {f['pages']}.",
    },
    "harvard": {
        "article": lambda f, a: f"{listed(short(a), ' and ', '{1}, {0}')} ({f['year']}) ‘{f['title']}’, {f['journal']}, {f['volume']}({f['number']}), pp. {f['pages']}.",
        "book": lambda f, a: f"{listed(short(a), ' and ', '{1}, {0}')} ({f['year']}) {f['title']} ({f['address']}: {f['publisher']}), p. 44.",
        "incollection": lambda f, a: f"{listed(short(a), ' and ', '{1}, {0}')} ({f['year']}) ‘{f['title']}’, in {listed(short(people(f['editor']) or []), ' and ', '{1}, {0}')} (eds) {f['booktitle']} ({f['address']}: {f['publisher']}), pp. {f['pages']}.",
    },
    "oscola": {
        "article": lambda f, a: f"{listed(short(a), ' and ')}, ‘{f['title']}’ ({f['year']}) {f['volume']} {f['journal']} {f['pages'].split('–')[0]}, 44.",
        "book": lambda f, a: f"{listed(a, ' and ')}, {f['title']} ({f['publisher']} {f['year']}) 44.",
        "incollection": lambda f, a: f"{listed(short(a), ' and ')}, ‘{f['title']}’ in {listed(short(people(f['editor']) or []), ' and ')} (eds), {f['booktitle']} ({f['publisher']} {f['year']}) 44.",
    },
    "bluebook": {
        "article": lambda f, a: f"{listed(a, ' & ')}, {f['title']}, {f['volume']} {f['journal']} {f['pages'].split('–')[0]}, 44 ({f['year']}).",
    },
    "german": {
        "article": lambda f, a: f"{listed(a, '/', between='/')}: {f['title']}, in: {f['journal']} {f['number']}/{f['year']}, S. 44",
        "book": lambda f, a: f"{listed(a, '/', between='/')}: {f['title']}, {f['address']} {f['year']}, S. 44",
        "incollection": lambda f, a: f"{listed(a, '/', between='/')}: {f['title']}, in: {listed(people(f['editor']) or [], '/', between='/')} (Hrsg.): {f['booktitle']}, {f['address']} {f['year']}, S. {f['pages']}",
    },
    "german-comma": {
        "article": lambda f, a: f"{listed(a, ' und ')}, {f['title']}, in: {f['journal']} {f['volume']} ({f['year']}), S. {f['pages']}.",
        "book": lambda f, a: f"{listed(a, ' und ')}, {f['title']}, {f['address']} {f['year']}, S. 44.",
        "incollection": lambda f, a: f"{listed(a, ' und ')}, {f['title']}, in: {listed(people(f['editor']) or [], ' und ')} (Hg.), {f['booktitle']}, {f['address']} {f['year']}, S. {f['pages']}.",
    },
    "french": {
        "article": lambda f, a: f"{listed(a, ' et ')}, « {f['title']} », {f['journal']}, vol. {f['volume']}, n° {f['number']}, {f['year']}, p. {f['pages']}.",
        "book": lambda f, a: f"{listed(a, ' et ')}, {f['title']}, {f['address']}, {f['publisher']}, {f['year']}, p. 44.",
        "incollection": lambda f, a: f"{listed(a, ' et ')}, « {f['title']} », dans {listed(people(f['editor']) or [], ' et ')} (dir.), {f['booktitle']}, {f['address']}, {f['publisher']}, {f['year']}, p. {f['pages']}.",
    },
    "apa": {
        "article": lambda f, a: f"{listed(short(a), ', & ', '{1}, {0}')} ({f['year']}). {f['title']}. {f['journal']}, {f['volume']}({f['number']}), {f['pages']}.",
        "book": lambda f, a: f"{listed(short(a), ', & ', '{1}, {0}')} ({f['year']}). {f['title']}. {f['address']}: {f['publisher']}.",
    },
}
TWINS = {"journal": "journaltitle", "address": "location", "year": "date"}


class Printed(dict[str, str]):
    """Fields that remember which of them a style has printed."""

    def __init__(self, fields: Fields) -> None:
        super().__init__(fields)
        self.names: set[str] = {"author"}

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        return super().__getitem__(name)


def entries(shared: Path, limit: int) -> list[tuple[str, Fields]]:
    found = []
    for path in sorted((shared / "data" / "bibtex" / "corpus").glob("*.bib")):
        try:
            library = bibtexparser.parse_string(path.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, Exception):  # noqa: B014, BLE001 - broken files are not the matter here
            continue
        taken = 0
        for entry in library.entries:
            kind = {"inbook": "incollection"}.get(entry.entry_type, entry.entry_type)
            fields = {field.key.lower(): re.sub(r"\s+", " ", str(field.value)).strip("{} ") for field in entry.fields}
            fields = {name: re.sub(r"[{}]", "", value) for name, value in fields.items()}
            needed = {"article": "author title journal year volume number pages", "book": "author title publisher address year",
                      "incollection": "author title booktitle editor publisher address year pages"}.get(kind)
            if not needed or any(not fields.get(name) or re.search(r"[\\$~_]|\[", fields[name]) for name in needed.split()):
                continue
            pages = re.fullmatch(r"(\d+)\s?--?\s?(\d+)", fields.get("pages", "1--9").replace("–", "--"))
            if not pages or not re.fullmatch(r"\d{4}", fields["year"]) or people(fields["author"]) is None:
                continue
            if "editor" in needed and people(fields["editor"]) is None:
                continue
            fields["pages"] = f"{pages[1]}–{pages[2]}"
            if kind == "article" and not (fields["volume"].isdigit() and fields["number"].isdigit()):
                continue
            found.append((kind, {name: fields[name] for name in needed.split()}))
            taken += 1
            if taken >= 4:
                break
    return found[:: max(1, len(found) // limit)]


def folded(name: str, value: str) -> str:
    if name in {"author", "editor"}:
        words = re.findall(r"\w+", value.casefold())
        return " ".join(sorted({word if len(word) > 1 else word for word in words} - {"and"}))
    return " ".join(re.findall(r"\w+", value.casefold()))


def initials(name: str) -> str:
    names = people(name) or []
    return " and ".join(f"{family}, {given}" for given, family in short(names))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--style", default="")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--limit", type=int, default=250)
    args = parser.parse_args()
    pool = entries(args.shared, args.limit)
    print(Counter(kind for kind, _ in pool))
    for style, shapes in STYLES.items():
        if args.style not in style:
            continue
        right, wrong, shown, perfect, asked = Counter(), Counter(), 0, 0, 0
        for kind, fields in pool:
            if kind not in shapes:
                continue
            printed_fields = Printed(fields)
            text = shapes[kind](printed_fields, people(fields["author"]) or [])
            parsed = parse_citation(text)
            misses = []
            for name, value in fields.items():
                if name not in printed_fields.names:
                    continue
                if name in {"author", "editor"}:
                    printed = initials(value) if style in {"harvard", "apa", "oscola"} and kind != "book" or style in {"harvard", "apa"} else value
                    if not all(part in text for part in re.findall(r"\w+", printed)):
                        continue
                    want = folded(name, printed)
                elif value not in text or (name == "pages" and style in {"oscola", "bluebook"}):
                    continue
                else:
                    want = folded(name, value)
                got = folded(name, parsed.entry.get(TWINS.get(name, name)) if parsed else "")
                if want == got:
                    right[name] += 1
                else:
                    wrong[name] += 1
                    misses.append(f"{name}: {want!r} / {got!r}")
            asked += 1
            perfect += not misses
            if misses and shown < args.errors:
                shown += 1
                print("  -", text, "\n       ", "\n        ".join(misses))
        total, bad = sum(right.values()), sum(wrong.values())
        share = " ".join(f"{name} {100 * right[name] / (right[name] + wrong[name]):.0f}" for name in {**right, **wrong})
        print(f"{style:14} n {asked:4} perfect {100 * perfect / max(1, asked):5.1f} fields {100 * total / max(1, total + bad):5.1f}  {share}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What the BibTeX engine does to real files: read, written back, edited, mended, converted; and how fast it is.

    python -m benchmarks bibtex            (needs ../shared; the reference scanner there is the judge)

Every entry's fields are compared with the judge's; speeds are ratios to bibtexparser's default parse and write within
this run, on seeded files.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from app.bibtex import BibFile, Dialect, read_bib, write_back, write_bib
from app.bibtex.formats.zotero import read_zotero
from app.bibtex.source import expand
from benchmarks.alone import alone

SHARED = Path(__file__).resolve().parents[2] / "shared"


def main() -> None:
    if not (SHARED / "data" / "bibtex").is_dir():
        print("no ../shared: nothing to measure")
        return
    judge = judge_of(SHARED)
    data = SHARED / "data" / "bibtex"
    corpus(judge, sorted((data / "corpus").iterdir()))
    derived(judge, data)
    export_cases(data / "export_cases.json.gz")
    speeds()


def judge_of(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("refscan", shared / "bench" / "refscan.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["refscan"] = module
    spec.loader.exec_module(module)
    return module


def values(bibfile: BibFile, judge: ModuleType) -> list[tuple[str, str, dict[str, str]]]:
    """Key, type and expanded fields of every entry, as the judge's `semantic` gives them."""
    months = {name: f"@@{name}@@" for name in judge.MONTHS}
    macros = _Unknown(months)
    found = []
    for block in bibfile.blocks:
        if block.kind == "string":
            macros[block.key.lower()] = judge.norm(expand(block.fields[0][1], macros))
        elif block.kind == "entry":
            fields: dict[str, str] = {}
            for name, raw in block.fields:
                fields.setdefault(name.lower(), judge.norm(expand(raw, macros)))
            found.append((block.key, block.entrytype.lower(), fields))
    return found


class _Unknown(dict[str, str]):
    def get(self, key: str, default: Any = None) -> Any:
        return super().get(key, default if default and str(default).isdigit() else f"@@{key}@@")


def corpus(judge: ModuleType, files: Iterable[Path]) -> None:
    tally: Counter[str] = Counter()
    odd: list[str] = []
    for path in files:
        data = path.read_bytes()
        tally["files"] += 1
        try:
            bibfile = read_bib(data)
            entries = dict(bibfile.entries())
            text = "".join(block.text for block in bibfile.blocks)
            expected = judge.semantic(judge.scan(text))
            got = values(bibfile, judge)
            tally["entries by the judge"] += len(expected)
            tally["entries read"] += len(got)
            tally["entries equal"] += sum(a == b for a, b in zip(expected, got, strict=False))
            tally["same bytes"] += bibfile.to_bytes() == data == write_back(bibfile, changed=entries)
            kept = BibFile.from_blocks(bibfile.header, [(block.kind, block.text) for block in bibfile.blocks])
            tally["same bytes from kept blocks"] += kept.to_bytes() == data
            edits(bibfile, entries, tally, odd, path.name)
            dialects(entries, tally, odd, path.name)
        except Exception as error:
            tally["crashes"] += 1
            odd.append(f"{path.name}: {error!r}")
    print("corpus:", ", ".join(f"{name} {count}" for name, count in tally.items()))
    print("\n".join(odd[:25]))


def edits(bibfile: BibFile, entries: dict[int, Any], tally: Counter[str], odd: list[str], name: str) -> None:
    """One edit a file: only that block may change, and it must read as the edited entry."""
    if not entries:
        return
    index = random.Random(name).choice(sorted(entries))
    block = bibfile.blocks[index]
    edited = entries[index].with_fields(title="Another Tïtle & more", publisher="Prëss", note="")
    again = read_bib(write_back(bibfile, {index: edited}))
    tally["edits"] += 1
    others = [other.text for place, other in enumerate(bibfile.blocks) if place != index]
    now = [other.text for place, other in enumerate(again.blocks) if place != index]
    read = again.entry(index) if len(again.blocks) == len(bibfile.blocks) else None
    good = others == now and read == edited
    tally["edits right"] += good
    if not good:
        odd.append(f"edit {name} {block.key}: {others == now} {read and dict(read.fields)}")
    lines, lines_now = block.text.splitlines(), again.blocks[index].text.splitlines() if read else []
    tally["lines kept in edited entries"] += len(set(lines) & set(lines_now))
    tally["lines of edited entries"] += len(set(lines))


def dialects(entries: dict[int, Any], tally: Counter[str], odd: list[str], name: str) -> None:
    """Every entry written in both dialects and read again."""
    for dialect in Dialect:
        for entry in entries.values():
            written = write_bib([entry], dialect)
            read = [again for _, again in read_bib(written.encode()).entries()]
            same = len(read) == 1 and (read[0].entrytype, dict(read[0].fields)) == (entry.entrytype, dict(entry.fields))
            tally[f"{dialect} round trips"] += 1
            tally[f"{dialect} round trips right"] += same
            if not same:
                shown = [
                    (field, entry.get(field), read[0].get(field) if read else None)
                    for field in {**entry.fields, **(read[0].fields if read else {})}
                    if not read or entry.get(field) != read[0].get(field)
                ]
                odd.append(f"{dialect} {name} {entry.key} {entry.entrytype}: {shown[:3]}"[:300])


def derived(judge: ModuleType, data: Path) -> None:
    manifest = json.loads((data / "derived" / "manifest.json").read_text())
    tally: Counter[str] = Counter()
    for case in manifest:
        raw = (data / "derived" / case["file"]).read_bytes()
        base = values(read_bib((data / "corpus" / case["base"]).read_bytes()), judge)
        bibfile = read_bib(raw)
        got = values(bibfile, judge)
        if case["kind"] == "variant":
            good = got == base
            name = f"variant {case.get('eol') or case['encoding']}"
        else:
            wanted = [entry for entry in base if entry[0] in set(case["others"]) and entry[0] != case["damaged_key"]]
            good = all(entry in got for entry in wanted)
            good = good and (case["tolerated"] or bool(bibfile.problems()))
            name = f"mutant {case['fault']}"
        good = good and bibfile.to_bytes() == raw == write_back(bibfile, changed=dict(bibfile.entries()))
        tally[f"{name} ok" if good else f"{name} WRONG {case['file']}"] += 1
    wrong = {name: count for name, count in tally.items() if "WRONG" in name}
    print(f"derived: {len(manifest) - sum(wrong.values())} of {len(manifest)} right", *wrong, sep="\n  ")


# What Better BibTeX adds or leaves out by its settings, and what nobody prints.
NOT_COMPARED = frozenset(
    [
        "file",
        "annotation",
        "shorttitle",
        "abstract",
        "note",
        "biblatextype",
        "timestamp",
        "keywords",
        "urldate",
        "options",
        "url",
    ]
)


def export_cases(path: Path) -> None:
    """Zotero's items against Better BibTeX's export of them: its TeX written again, and ours from the items.

    Where the difference is meant: no title case, no braces of our own, the day kept in BibTeX, the address kept
    beside a DOI, the full journal's name and not its abbreviation, and no `useprefix` from the case of a particle.
    """
    tally: Counter[str] = Counter()
    for case in json.loads(gzip.decompress(path.read_bytes())):
        dialect = Dialect(case["dialect"])
        theirs = read_bib(case["expected"].encode())
        expected = [entry for _, entry in theirs.entries()]
        escape = case["expected"].isascii() if dialect == Dialect.BIBTEX else None
        again = [b for b in read_bib(write_bib(expected, dialect, escape).encode()).blocks if b.kind == "entry"]
        for before, after in zip((b for b in theirs.blocks if b.kind == "entry"), again, strict=False):
            printed = {name.lower(): value for name, value in after.fields}
            tally["their fields"] += len(before.fields)
            tally["written as they are"] += sum(printed.get(name.lower()) == value for name, value in before.fields)
        written = write_bib([read_zotero(item) for item in case["items"]], dialect)
        ours = [entry for _, entry in read_bib(written.encode()).entries()]
        by_key = {entry.key: entry for entry in ours}
        by_title = {letters(entry.get("title")): entry for entry in ours}
        wrong = 0
        for entry in expected:
            other = by_key.get(entry.key) or by_title.get(letters(entry.get("title")))
            names = ({*entry.fields, *other.fields} if other else set(entry.fields)) - NOT_COMPARED
            same = sum(folded(entry.get(name)) == folded(other.get(name)) for name in names) if other else 0
            tally["fields from items"] += len(names)
            tally["fields the same"] += same
            wrong += len(names) - same
        tally["cases"] += 1
        tally["cases wholly the same"] += not wrong
    print("export cases:", ", ".join(f"{name} {count}" for name, count in tally.items()))


def letters(value: str) -> str:
    return "".join(sign for sign in value.lower() if sign.isalnum())


def folded(value: str) -> str:
    return " ".join(value.replace("{", "").replace("}", "").lower().split())


def seeded(count: int) -> str:
    """A .bib file of so many entries as people have them: TeX accents, macros, braces, long and short fields."""
    chance = random.Random(20)
    names = [
        'M{\\"u}ller',
        "Garc{\\'\\i}a",
        "Smith",
        "Brown",
        "Kowalski",
        "{\\O}stergaard",
        "van der Berg",
        "Lef\\`evre",
    ]
    words = [
        "soviet",
        "policy",
        "in",
        "the",
        "{NASA}",
        "archive",
        "of",
        "a",
        "cold",
        "war",
        "{\\'e}tude",
        "on",
        "$x^2$",
    ]
    words += ["trade", "crisis", "and", "\\emph{relations}"]
    entries = ['@string{jcw = "Journal of Things"}\n']
    for number in range(count):
        people = " and ".join(
            f"{chance.choice(names)}, {chance.choice('ABCDEF')}." for _ in range(chance.randint(1, 4))
        )
        title = " ".join(chance.choices(words, k=chance.randint(4, 12)))
        entries.append(
            f"@article{{key{number},\n  author = {{{people}}},\n  title = {{{title}}},\n  journal = jcw,\n"
            f"  year = {chance.randint(1900, 2020)},\n  month = {chance.choice(['jan', 'mar', 'oct'])},\n"
            f"  volume = {{{chance.randint(1, 90)}}},\n  pages = {{{number}--{number + 9}}},\n"
            f'  doi = {{10.1000/x{number}}},\n  publisher = "Press \\& Co",\n  abstract = {{{title * 4}}}\n}}\n'
        )
    return "\n".join(entries)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    before = time.process_time()
    result = work()
    return time.process_time() - before, result


def yardsticks(path: Path) -> tuple[float, float]:
    """CPU seconds of bibtexparser's default parse and write."""
    import bibtexparser

    logging.disable(logging.CRITICAL)
    text = path.read_text(encoding="utf-8")
    parsing, parsed = timed(lambda: bibtexparser.parse_string(text))
    return parsing, timed(lambda: bibtexparser.write_string(parsed))[0]


def read(path: Path) -> tuple[float, BibFile]:
    data = path.read_bytes()
    return timed(lambda: read_bib(data))


def only_read(path: Path) -> float:
    return read(path)[0]


def decode(path: Path) -> float:
    bibfile = read(path)[1]
    return timed(lambda: [entry for _, entry in bibfile.entries()])[0]


def write(path: Path, dialect: Dialect) -> float:
    entries = [entry for _, entry in read(path)[1].entries()]
    return timed(lambda: write_bib(entries, dialect))[0]


def change_one(path: Path) -> float:
    bibfile = read(path)[1]
    index, entry = next(bibfile.entries())
    return timed(lambda: write_back(bibfile, {index: entry.with_fields(note="x")}))[0]


def speeds() -> None:
    """CPU seconds of each act, and the most memory of a process that does nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        for count in (10_000, 100_000):
            path = Path(folder) / "seeded.bib"
            path.write_text(seeded(count), encoding="utf-8")
            parse, their_write = alone(yardsticks, path).result
            print(f"{count} entries, {path.stat().st_size >> 20} MB; bibtexparser parses them in {parse:.2f} s"
                  f" and writes them in {their_write:.2f} s")  # fmt: skip
            for name, done, yardstick in (
                ("read (at most 0.5 of its parse)", alone(only_read, path), parse),
                ("names and TeX (at most 5 s for 10,000)", alone(decode, path), parse),
                ("write biblatex (at most 0.5 of its write)", alone(write, path, Dialect.BIBLATEX), their_write),
                ("write BibTeX (at most 0.5 of its write)", alone(write, path, Dialect.BIBTEX), their_write),
                ("write back with one entry changed", alone(change_one, path), their_write),
            ):
                seconds = done.result
                print(f"  {name:42} {seconds:6.2f} s {seconds / yardstick:6.2f} x, peak memory {done.memory:.0f} MB")


if __name__ == "__main__":
    main()

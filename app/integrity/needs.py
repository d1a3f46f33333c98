"""One entry in, the fields out that it must have and has not, each with a sentence that says so in the user's words."""

from __future__ import annotations

from collections.abc import Iterator

from app.bibtex import Dialect, to_bibtex
from app.entry import Entry
from app.wordlists import load_words

_NAMES = {Dialect.BIBTEX: "BibTeX", Dialect.BIBLATEX: "biblatex"}
_A_DAY = len("1967-03-15")


def missing_fields(entry: Entry, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """Field and sentence of everything that the entry needs and lacks.

    What is lacking by nature is none: nobody signs most of a newspaper's items ("Prensa Libre, 24 January 1947", which
    has no title either), and a body that publishes a web page stands for its author.

    Args:
        entry: with the fields that crossref and xdata lend it.
        dialect: whose rules hold: btxdoc for BibTeX, the manual's section 2.1.1 for biblatex.
    """
    said = to_bibtex(entry) if dialect == Dialect.BIBTEX else entry
    rules = load_words("required_fields")
    if said.entrytype not in rules[dialect.value]:
        yield "entrytype", f"{_NAMES[dialect]} knows no kind of entry called “{said.entrytype}”."
        return
    for needed in rules[dialect.value][said.entrytype]:
        names = needed.split("/")
        if not any(said.get(name) for name in names) and not _may_lack(entry, needed):
            kind = rules["kinds"].get(said.entrytype, f"An entry of the kind “{said.entrytype}”")
            yield names[0], f"{kind} needs {_wanted(names)}."


def _may_lack(entry: Entry, needed: str) -> bool:
    """Whether the entry has none by its nature, or something that serves as well."""
    rules = load_words("required_fields")
    if any(needed in rules["lacking"].get(kind, ()) for kind in (entry.entrytype, entry.get("entrysubtype"))):
        return True
    if needed == "title":
        return is_cited_by_day(entry)
    return any(entry.get(name) for name in rules["standing_in"].get(needed, ()))


def is_cited_by_day(entry: Entry) -> bool:
    """Whether it is an item that is found by its newspaper and day alone, "New York Times, 3 May 1967"."""
    is_news = entry.get("entrysubtype") in {"newspaper", "magazine"}
    return is_news and bool(entry.get("journaltitle")) and len(entry.get("date")) >= _A_DAY


def _wanted(names: list[str]) -> str:
    """What is asked for in words: "an address, a DOI or an e-print number"; a year is a date."""
    words = load_words("required_fields")["wanted"]
    named = names[:1] if names == ["date", "year"] else names
    asked = [words.get(name, f"the field {name}") for name in named]
    return " or ".join(filter(None, (", ".join(asked[:-1]), asked[-1])))

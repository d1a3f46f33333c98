"""An entry in the few words that a list has room for: who, when, in what."""

from __future__ import annotations

from app.entry import Entry
from app.matching import Relation
from app.people import read_people

CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle", "series", "publisher", "institution", "organization")


def author_words(entry: Entry) -> str:
    """The authors' or editors' family names: "Roldán", "Roldán and Lee", "Roldán et al."."""
    value = entry.get("author") or entry.get("editor") or entry.get("organization")
    people = read_people(value) if value else ()
    names = ["others" if person.is_others else person.surname for person in people]
    match names:
        case []:
            return ""
        case [only]:
            return only
        case [first, "others"]:
            return f"{first} et al."
        case [first, second]:
            return f"{first} and {second}"
        case _:
            return f"{names[0]} et al."


def year_words(entry: Entry) -> str:
    """The year, with the day where the work is known by it (a newspaper's)."""
    date = entry.get("date") or entry.get("year")
    return date if entry.get("entrysubtype") == "newspaper" else date[:4] if "/" not in date else date


def container_words(entry: Entry) -> str:
    """What it stands in or who published it."""
    return next((value for name in CONTAINERS if (value := entry.get(name))), "")


def relation_words(relation: str) -> str:
    """How two works were said to belong together, as a reader would say it; what is not known stands as it is."""
    return Relation(relation).words if relation in tuple(Relation) else relation


def title_words(entry: Entry) -> str:
    """The title with its subtitle, braces left out."""
    title, subtitle = entry.get("title"), entry.get("subtitle")
    return (f"{title}: {subtitle}" if subtitle else title).replace("{", "").replace("}", "")


def entry_words(entry: Entry) -> str:
    """A work in one line: "Roldán, Footnotes in Exile, 1994"."""
    parts = (author_words(entry), title_words(entry) or container_words(entry), year_words(entry))
    return ", ".join(part for part in parts if part) or "no author, no title"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]

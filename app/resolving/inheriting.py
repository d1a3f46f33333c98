"""A citation that leaves out what another says in, its entry made whole out: "Ders.", "in Marsh, op. cit."."""

from __future__ import annotations

import re

from app.citations import Mention
from app.citations.naming import read_people
from app.entry import Entry
from app.fields import parse_citation
from app.fields.names import is_particle

_VOLUME_FIRST = re.compile(r"(?:vols?|Bd|t|tome|tomo|parts?|pt)\.?\s?[\dIVXLC]+\b", re.IGNORECASE)
_BOOKISH = ("book", "mvbook", "collection", "report", "thesis", "booklet")
_PARTS = ("incollection", "inproceedings")
_OPENING = tuple("“‘„«»\"'")
_FROM_REVIEW = ("journaltitle", "series", "volume", "number", "issue", "date")
FROM_COLLECTION = ("publisher", "location", "date", "series", "edition", "volume", "maintitle", "year")


def with_author_of(entry: Entry, antecedent: Entry, is_joint: bool = False, is_editor: bool = False) -> Entry:
    """The entry with the other's author, alone ("Ders., Titel", "———, Title") or before others ("ders./R. Ohliger").

    As the editor where an editor's mark follows: "Id. (dir.), La ville".
    """
    people = antecedent.get("author") or antecedent.get("editor")
    if people and is_editor and not entry.get("author") and not entry.get("editor"):
        return entry.with_fields(editor=people)
    if people and is_joint and entry.get("author"):
        return entry.with_fields(author=f"{people} and {entry.get('author')}")
    if not people or entry.get("author"):
        return entry
    if entry.get("editor") and entry.entrytype not in _PARTS:
        return entry.with_fields(editor=people) if entry.entrytype == "collection" else entry
    return entry.with_fields(author=people)


def complete_from_list(
    mention: Mention, words: str, antecedent: Entry, language: str, is_joined: bool = False
) -> Entry | None:
    """The entry of a citation that goes on with the author, or the work, of the one before the semicolon, or "and".

    "Marlow, Edith, The Harbour Trade (London, 1952); Ships and Men, vol. 1 (London, 1961); vol. 2 (1964)".
    """
    if mention.parsed is None:
        return None
    entry = mention.parsed.entry
    if _VOLUME_FIRST.match(words) and antecedent.get("title"):
        people = antecedent.get("author") or antecedent.get("editor")
        parsed = parse_citation(f"{people.split(' and ')[0]}, {antecedent.get('title')}, {words}", language)
        if parsed is not None:
            return Entry(
                antecedent.entrytype,
                {**parsed.entry.fields, "title": antecedent.get("title"), "author": antecedent.get("author")},
            )
    if entry.get("author").startswith("{") and not entry.get("title") and antecedent.entrytype in _BOOKISH:
        parsed = parse_citation(f"{antecedent.get('author').split(' and ')[0]}, {words}", language)
        if parsed is not None and parsed.entry.get("title"):
            return parsed.entry.with_fields(author=antecedent.get("author"))
    is_unsigned = not entry.get("author") and not entry.get("editor") and not _begins_with_a_name(words)
    # A set that nobody signed has no date either: "; Journals of the Congress, XVIII. 905".
    is_bare = is_unsigned and bool(entry.get("date") or is_joined) and not words.startswith(_OPENING)
    if is_bare and entry.entrytype in _BOOKISH and antecedent.entrytype in _BOOKISH and antecedent.get("author"):
        return entry.with_fields(author=antecedent.get("author"))
    return None


def _begins_with_a_name(words: str) -> bool:
    """Whether somebody is named before the first comma all the same: "anders Roe/Lee, ...", "T. von Golz, ..."."""
    if not words[:1].isupper():
        return True
    head = words.partition(",")[0]
    people = read_people(head, 0, len(head))
    has_particle = any(is_particle(word) for word in head.split()[1:-1])
    return people is not None and people.end >= len(head) and (people.initials or has_particle)


def make_chapter(chapter: Entry, collection: Entry | None) -> Entry:
    """A chapter in a collection cited earlier: "A. Roe, ‘Mill Law’ in Marsh, op. cit., n. 4, at p. 31".

    The collection may itself be known only through another chapter.
    """
    fields = {name: chapter.get(name) for name in ("author", "title", "subtitle") if chapter.get(name)}
    if collection is None:
        return Entry("incollection", fields)
    if collection.get("journaltitle"):
        # "Ann Roe, Die Mühle, ebd., S. 1-18" stands in the same volume of a review.
        return Entry("article", fields | {name: collection.get(name) for name in _FROM_REVIEW})
    if collection.get("booktitle"):
        fields |= {name: collection.get(name) for name in ("booktitle", "editor", "bookauthor")}
    else:
        fields |= {
            "booktitle": collection.get("title"),
            "editor": collection.get("editor"),
            "bookauthor": collection.get("author"),
        }
    return Entry("incollection", fields | {name: collection.get(name) for name in FROM_COLLECTION})

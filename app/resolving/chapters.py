"""A chapter in a collection that is only pointed at in, its entry with what is known of the collection out."""

from __future__ import annotations

from dataclasses import replace

from app.apparatus import Form
from app.citations import Back, Mention, Pointer
from app.citations.shapes import count_sentence_words
from app.entry import Entry
from app.fields import ParsedCitation
from app.fields.names import format_people
from app.resolving.candidates import find_candidates
from app.resolving.course import Course
from app.resolving.earlier import find_earlier
from app.resolving.heads import Divided, divide, divide_part, divisions, split_place
from app.resolving.inheriting import FROM_COLLECTION, make_chapter
from app.resolving.naming import names_likeness
from app.resolving.parts import QUOTES, part_extent
from app.resolving.repeated import find_repeated
from app.resolving.settled import Answer, Settled
from app.resolving.shortened import is_undated
from app.resolving.taking import take_in

_BOOKS = ("book", "mvbook", "collection", "proceedings", "report", "misc")
_CHAPTERS = ("incollection", "inproceedings", "inbook")
_TITLED = 0.85
_NAMED = 0.5


def settle_container(course: Course, mention: Mention, words: str) -> Settled:
    """A chapter whose collection is pointed at, "in Marsh, op. cit., n. 4": a work of its own."""
    if mention.parsed is not None and mention.parsed.entry.entrytype == "article":
        return _settle_article(course, mention, words)
    mention = _parted_again(mention, words)
    assert mention.parsed is not None
    assert mention.container is not None
    found = _find_whole(course, mention.container)
    part = mention.parsed.entry
    is_prose = not part.get("author") and words[0] not in QUOTES
    if found.work is not None and is_prose and count_sentence_words(part.get("title"), course.style.language):
        # "The instructions are in Worth, op. cit., VI. 482": no chapter but a sentence about it.
        start = mention.start + words.rfind(mention.container.names)
        return Settled(replace(mention, start=start, form=Form.SHORT, container=None, parsed=None), found)
    return _settle_part(course, mention, mention.parsed.entry, found, words)


def _settle_article(course: Course, mention: Mention, words: str) -> Settled:
    """An article in the review of the work pointed at: "E. Grendi, I confini, ivi, XXI (1986), pp. 811-845"."""
    assert mention.parsed is not None
    assert mention.container is not None
    found = _find_whole(course, mention.container)
    review = course.known.works[found.work].entry.get("journaltitle") if found.work is not None else ""
    parsed = replace(mention.parsed, entry=mention.parsed.entry.with_fields(journaltitle=review))
    whole = replace(mention, parsed=parsed, container=None)
    reason = "An article in the review named before." if review else f"The review is not known: {found.reason}"
    return take_in(course, whole, words, reason, 0.85 if review else 0.4)


def _parted_again(mention: Mention, words: str) -> Mention:
    """The chapter and its collection parted where the quotation ends, not at an "in" within it."""
    assert mention.container is not None
    assert mention.parsed is not None
    title = mention.parsed.entry.get("title")
    if title.count("“") <= title.count("”"):
        return mention
    at = words.casefold().rfind(mention.container.word.casefold())
    divided = divide_part(words[:at].strip(" ,;:(["), mention.container) if at > 0 else None
    if divided is None:
        return mention
    pages = mention.parsed.entry.get("pages")
    parsed = replace(mention.parsed, entry=_part_entry(divided).with_fields(pages=pages))
    return replace(mention, parsed=parsed, container=divided.whole)


def find_divided(course: Course, mention: Mention, words: str) -> Settled | None:
    """A chapter and its collection before "op. cit.": "V. Milliot, « Titre », in D. Roche (dir.), La ville, op. cit.".

    Returns:
        None where the head names one work only.
    """
    at = words.casefold().rfind(mention.pointer.word.casefold())
    divided = divide_part(words[:at].strip(" ,;:(["), mention.pointer) if at > 0 else None
    if divided is None or not (divided.whole.names or divided.whole.title):
        return None
    found = _find_whole(course, replace(divided.whole, label=mention.pointer.label))
    if found.work is None:
        # The part may itself be what was cited before.
        part = find_earlier(course, replace(divided.part, back=Back.EARLIER), "", mention.locator or "")
        return Settled(mention, part) if part.work is not None else None
    return _settle_part(course, mention, _part_entry(divided), found, words)


def find_chapter(course: Course, mention: Mention, words: str) -> Settled | None:
    """A chapter in a collection named by its short title: "Roe, “The Sea”, in Lee (ed.), Harbours, 28-31"."""
    if mention.parsed is None or not is_undated(mention.parsed.entry) or mention.parsed.entry.get("booktitle"):
        return None
    head, place = split_place(words)
    divided = divide_part(head, mention.pointer)
    if divided is None or not divided.whole.title:
        return None
    collection = find_collection(course, divided.whole.names, divided.whole.title)
    if collection is None:
        return None
    placed = replace(mention, locator=place or mention.locator)
    found = Answer(0, "The collection is known.", 0.85)
    return _settle_chapter_in(course, placed, _part_entry(divided), collection, found, words)


def complete_chapter(course: Course, entry: Entry) -> Entry:
    """A chapter in full whose collection is named shortly, with what is known of that: "in Lee (ed.), Mills, 1–21"."""
    if entry.entrytype == "article":
        entry = _within_known_book(course, entry)
    if entry.entrytype not in _CHAPTERS or not entry.get("booktitle") or not is_undated(entry):
        return entry
    collection = find_collection(course, entry.get("editor"), entry.get("booktitle"))
    if collection is None:
        # "in: Gray, Häfen": the editor read as the beginning of the title.
        collection = find_collection(course, *divide(entry.get("booktitle")))
    if collection is None:
        return entry
    whole = make_chapter(entry, collection)
    kept = {name: value for name, value in entry.fields.items() if name == "volume" or not whole.get(name)}
    return Entry(entry.entrytype, {**whole.fields, **kept})


def _within_known_book(course: Course, entry: Entry) -> Entry:
    """A piece without a year in what is known as a book, no journal: "Vorschule, in Sämtliche Werke, V, 7–456"."""
    book = entry.get("journaltitle")
    if not entry.get("title") or not book or not is_undated(entry) or find_collection(course, "", book) is None:
        return entry
    kept = {name: value for name, value in entry.fields.items() if name != "journaltitle"}
    return Entry("incollection", {**kept, "booktitle": book})


def find_collection(course: Course, names: str, title: str) -> Entry | None:
    """The collection with such a title, known by itself or by another chapter."""
    books = [c for c in course.known.by_title(title) if c.work.entry.entrytype in _BOOKS]
    found = [c for c in [*books, *course.known.by_collection(title)] if c.title >= _TITLED]
    for candidate in sorted(found, key=lambda c: -c.title):
        entry = candidate.work.entry
        people = entry.with_fields(author="") if entry.entrytype in _CHAPTERS else entry
        if not names or names_likeness(names, people) >= _NAMED or not (people.get("editor") or people.get("author")):
            return entry
    return None


def find_own_collection(course: Course, mention: Mention, words: str) -> Settled | None:
    """The collection itself, of which only a chapter has been cited: "Marsh and Lee (eds.), Harbours, op. cit."."""
    for pointer in divisions(mention.pointer):
        chapter = find_collection(course, pointer.names, pointer.title) if pointer.names and pointer.title else None
        if chapter is not None and chapter.get("booktitle"):
            taken = {name: chapter.get(name) for name in ("editor", *FROM_COLLECTION)}
            is_his = mention.pointer.back is Back.IDEM and not chapter.get("editor")
            author = chapter.get("bookauthor") or (chapter.get("author") if is_his else "")
            entry = Entry("book", {**taken, "author": author, "title": chapter.get("booktitle")})
            whole = replace(mention, parsed=ParsedCitation(entry, 0, len(words), mention.locator, 0.7))
            return take_in(course, whole, words, "The collection of which a chapter is cited before.", 0.8)
    return None


def _find_whole(course: Course, pointer: Pointer) -> Answer:
    """The collection that a chapter is said to be in."""
    if pointer.back in (Back.IBID, Back.IDEM):
        return find_repeated(course, pointer, "")
    found = find_earlier(course, pointer, "")
    if found.work is None and pointer.names and not pointer.title and (only := _only_collection(course, pointer)):
        return only
    if found.work is None and pointer.title and (entry := find_collection(course, pointer.names, pointer.title)):
        known = next(work for work in course.known.works if work.entry is entry)
        return Answer(known.number, "A chapter of the same collection is cited before.", 0.85)
    return found


def _only_collection(course: Course, pointer: Pointer) -> Answer | None:
    """The one book of an editor of whom chapters are cited too: "in: Kübler, a.a.O., S. 11"."""
    candidates = find_candidates(course.known, replace(pointer, label=""))
    books = [c.work for c in candidates if c.work.entry.entrytype in _BOOKS and c.work.entry.get("editor")]
    return Answer(books[0].number, "Of this editor one collection is cited.", 0.8) if len(books) == 1 else None


def _part_entry(divided: Divided) -> Entry:
    names = divided.part.names
    fields = {"author": format_people(names)} if names else {}
    return Entry("incollection", {**fields, "title": divided.part.title})


def _settle_part(course: Course, mention: Mention, part: Entry, found: Answer, words: str) -> Settled:
    collection = course.known.works[found.work].entry if found.work is not None else None
    return _settle_chapter_in(course, mention, part, collection, found, words)


def _settle_chapter_in(
    course: Course, mention: Mention, part: Entry, collection: Entry | None, found: Answer, words: str
) -> Settled:
    entry = make_chapter(part, collection)
    extent, place = (part.get("pages"), mention.locator) if part.get("pages") else part_extent(mention, words)
    if extent:
        entry = entry.with_fields(pages=extent)
    parsed = ParsedCitation(entry, 0, len(words), place, 0.7)
    whole = replace(mention, form=Form.FULL, parsed=parsed, locator=place, pointer=Pointer(Back.NOTHING))
    if collection is None:
        return take_in(course, whole, words, f"A chapter; its collection is not known: {found.reason}", 0.4)
    return take_in(course, whole, words, "A chapter in a collection cited earlier.", min(0.9, found.confidence))

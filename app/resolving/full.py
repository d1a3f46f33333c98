"""A citation in full in, its work out: one already known, or a new one made whole from what stands around it."""

from __future__ import annotations

import re
from dataclasses import replace

from app.apparatus import Form
from app.citations import Back, Mention, Pointer
from app.citations.pointers import find_back_word
from app.entry import Entry
from app.folding import fold
from app.resolving.by_review import find_by_review
from app.resolving.chapters import complete_chapter
from app.resolving.course import Course
from app.resolving.earlier import find_earlier
from app.resolving.heads import names_an_entry
from app.resolving.inheriting import complete_from_list, with_author_of
from app.resolving.naming import EDITOR_MARK
from app.resolving.parts import read_part
from app.resolving.settled import Settled
from app.resolving.shortened import find_shortened, is_undated, shorten
from app.resolving.taking import take_in

_LETTERED_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d[a-z]\b")
# "Channing, The System (New York, 1906), and History of Kent, IV. 126": his too.
_JOINED = re.compile(r"[\w).],?\s(?:and|und|et|y|e)\s$")
# "But see his History of Kent", "See also the same scholar’s paper, “The Ford”": nobody else is named between.
_LEAD = (
    r"(?i:but|and|yet|see|also|cf\.?|compare|contrast|or|further|likewise|voir|aussi|mais|et|vgl\.?|auch|siehe|aber|sowie|und"
    r"|véase|también|pero|y|si\sveda|anche|ma|e|ver|também|in|from)"
)
# "...; in English as The Salt Absolute": the same author's work in another language.
_IN_TRANSLATION = re.compile(
    r"\b(?:(?:published\s|translated\s(?:into\sEnglish\s)?|in\sEnglish\s)as|(?:auf\sDeutsch|[Dd]eutsch|dt\.|engl\.)\sals"
    r"|(?:en\s(?:français|anglais)|traduit)\ssous\sle\stitre|en\s(?:inglés|castellano)\scomo|in\sitaliano\scome|em\s(?:inglês|português)\scomo)\s$"
)
_HIS = re.compile(
    rf"(?:^|[.;)]\s|\d,?\s)(?:{_LEAD},?\s){{0,4}}(?:(?i:his|her|their|(?:the\s)?same\s(?:author|writer|scholar|historian)(?:’s|'s)?"
    r"|dessen|deren|desselben|(?:le|du)\smême(?:\sauteur)?|(?:del|dello|do)\s(?:mismo|stesso|mesmo)(?:\saut[oô]re?)?))"
    r",?(?:\s(?:own|later|earlier|paper|article|essay|book|study|work|livre|Aufsatz|Buch|artículo|libro|articolo),?){0,2}\s$"
)


def settle_full(course: Course, mention: Mention, words: str, text: str) -> Settled:
    """The work of a citation in full; one without a date may be short for a work cited before.

    Args:
        course: the works cited so far.
        mention: the citation, with what was read of it.
        words: the citation as printed.
        text: the note it stands in.
    """
    parsed = mention.parsed
    assert parsed is not None
    if (part := _read_paper(course, mention, words)) is not None:
        return take_in(course, part, words, "A paper in the file cited just before.", 0.75)
    if (dated := _find_by_year(course, mention, words) or _find_by_period(course, mention, words)) is not None:
        return dated
    if (article := find_by_review(course, parsed.entry, mention.locator or parsed.entry.get("pages"))) is not None:
        return Settled(shorten(mention, parsed.entry.get("pages")), article)
    entry = _with_author(course, mention, words, text)
    if mention.pointer.back is Back.NOTHING and _may_be_short(entry, words):
        shortened = find_shortened(course, words, _said_elsewhere(entry, words))
        if shortened is not None:
            return Settled(shorten(mention, shortened[1]), shortened[0])
    mention = replace(mention, parsed=replace(parsed, entry=complete_chapter(course, entry)))
    if mention.pointer.back is Back.IDEM and not course.last_names():
        return take_in(course, mention, words, "The author is not named, and no work is cited before it.", 0.4)
    if mention.pointer.back is Back.TITLE:
        reason = "It is cited like a known work, but no earlier note cites it."
        return take_in(course, mention, words, reason, 0.6, is_short=True)
    return take_in(course, mention, words, "It is cited in full.", mention.certainty)


def _read_paper(course: Course, mention: Mention, words: str) -> Mention | None:
    """A letter or paper read in full but for its place, which is "ibid."."""
    if mention.parsed is None or mention.parsed.entry.entrytype != "unpublished":
        return None
    back = find_back_word(words, 0, len(words))
    if back is None or back.back is not Back.IBID or words[back.end :].strip(" .,;"):
        return None
    pointer = Pointer(Back.IBID, back.word, title=words[: back.start].strip(" ,"))
    return read_part(course, replace(mention, pointer=pointer), words)


def _with_author(course: Course, mention: Mention, words: str, text: str) -> Entry:
    """The entry with the author who stands before it in the note: "Idem, Title", "; The Old Church (London, 1971)"."""
    assert mention.parsed is not None
    entry, before = mention.parsed.entry, course.last_work()
    if before is None:
        return entry
    if mention.pointer.back is Back.IDEM:
        is_editor = EDITOR_MARK.match(words, len(mention.pointer.word)) is not None
        if entry.get("editor") and not entry.get("author") and _edited_behind(words, entry):
            people = before.entry.get("author") or before.entry.get("editor")
            return entry.with_fields(author=people)
        return with_author_of(entry, before.entry, mention.pointer.is_joint, is_editor)
    lead = text[: mention.start] if course.here else ""
    is_own = _HIS.search(lead) or _IN_TRANSLATION.search(lead)
    if not entry.get("author") and is_own and course.here[-1].work is not None:
        return with_author_of(entry, course.known.works[course.here[-1].work].entry)
    is_joined = _JOINED.search(lead) is not None
    if course.here and (mention.in_list or is_joined):
        return complete_from_list(mention, words, before.entry, course.style.language, is_joined) or entry
    return entry


def _edited_behind(words: str, entry: Entry) -> bool:
    """Whether an editor is named behind the title: "Id., Lettres, éd. R. Roux", not "Id. (dir.), La ville"."""
    plain, title = fold(words), fold(entry.get("title"))
    at = plain.find(title[:30]) if title else -1
    return at >= 0 and plain.find(fold(entry.get("editor").split(",")[0]), at + len(title)) >= 0


def _may_be_short(entry: Entry, words: str) -> bool:
    return (is_undated(entry) and not entry.get("booktitle")) or names_an_entry(words)


def _said_elsewhere(entry: Entry, words: str) -> str:
    """The author, where another citation of the note names him and this one does not."""
    surname = fold(entry.get("author").split(",")[0])
    return entry.get("author") if surname and surname not in fold(words) else ""


def _find_by_year(course: Course, mention: Mention, words: str) -> Settled | None:
    """The work of "Smith 1999b, 7", which names nothing but an author and a year."""
    entry = mention.parsed.entry if mention.parsed else None
    if entry is None or set(entry.fields) - {"author", "editor", "date", "volume", "pages"} or not entry.get("date"):
        return None
    names = (entry.get("author") or entry.get("editor")).replace(",", "")
    lettered = _LETTERED_YEAR.search(words)
    pointer = Pointer(Back.TITLE, names=names, year=lettered[0] if lettered else entry.get("date"))
    answer = find_earlier(course, pointer, "", mention.locator or "") if names else None
    return Settled(replace(mention, form=Form.SHORT), answer) if answer and answer.work is not None else None


def _find_by_period(course: Course, mention: Mention, words: str) -> Settled | None:
    """The work of "Tooze, Deluge 1916–1931, 10", whose title's years look like a date."""
    entry = mention.parsed.entry if mention.parsed else None
    if entry is None or not entry.get("date") or set(entry.fields) - {"author", "editor", "title", "date", "pages"}:
        return None
    found = find_shortened(course, words, entry.get("author"))
    if found is None or found[0].work is None:
        return None
    title = course.known.works[found[0].work].entry.get("title")
    if not all(year in title for year in re.findall(r"\d{4}", entry.get("date"))):
        return None
    return Settled(shorten(mention, found[1]), found[0])

"""The text around the notes in, the article's own entry out: title, authors, journal, volume, pages, date, DOI."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.article.byline import read_byline
from app.article.imprint import read_date, read_doi, read_imprint, read_month_line
from app.article.language import language_of
from app.article.lines import COPYRIGHT, PUBLISHED, is_noise, names_journal, spelt_out
from app.article.publication import is_in_book, read_publication
from app.article.self_citation import SelfCitation, quoted_title, read_self_citation
from app.article.title import Head, Named, read_title
from app.entry import Entry
from app.wordlists import word_set

_PROSE = 230
_HEAD_LINES = 60
_FAR_LINES = 400
_PUBLISHER = re.compile(r"\b(?:Press|Publish(?:ing|ers)|Verlag|Éditions|Editorial|Presses)$")
_OWN_COPYRIGHT = re.compile(r"(?:Copyright )?© ?.{0,80}\b(?:19|20)\d\d\b")
_ISSN = re.compile(r"\bISSN\b")
_FROM_JOURNAL = re.compile(r"^(?:(?P<sure>from the journal)|in|published in)\s?:?\s(?P<journal>\D{3,100})$", re.I)
# An abstract with its label on the same line: what follows is prose, however short its lines are broken.
_ABSTRACT = re.compile(
    r"\s*(?:abstract|summary|zusammenfassung|inhalt|übersicht|résumé|resumen|resumo|riassunto|sommario|synopsis)\s?[:.–—-]\s?[^\W\d]{1,20}\s\w",
    re.IGNORECASE,
)
_ORDER = ("author", "title", "journaltitle", "volume", "number", "date", "pages", "doi")


def read_head(before: str, after: str = "") -> Entry | None:
    """The article's own entry from its page's head (and, for date and DOI, its foot); None where nothing can be told.

    Nothing is invented: a field the page does not show is absent. The page of a book's notes, with a chapter's name
    after the word "Notes", is a book.
    """
    every = [line.replace("\xa0", " ").rstrip() for line in before.split("\n")]
    lines = _head_only(every)
    if chapter := _chapter(lines):
        return Entry("book", {"title": chapter})
    own = read_self_citation(before, after)
    fields, used = _imprint(lines, own)
    fields |= {name: value for name, value in _far_imprint(every[len(lines) :]).items() if name not in fields}
    fields |= {name: value for name, value in own.fields.items() if name not in fields}
    rest = [(at, line) for at, line in enumerate(lines) if at not in used and not is_noise(line)]
    named = read_title(Head(lines, rest, used, own.words, language_of(f"{before[:6000]} {after[:2000]}")))
    _name(fields, named, own)
    if above := _journal_above(lines, named.at, used):
        fields.setdefault("journaltitle", above)
    if journal := fields.get("journaltitle"):
        fields["journaltitle"] = spelt_out(journal, lines)
    far = [line for line in every[len(lines) : _FAR_LINES] if _OWN_COPYRIGHT.match(line.strip())]
    dates = _shown_date(lines) or _shown_date(far) or _shown_date(after.split("\n")[:80])
    if "date" not in fields and dates:
        fields["date"] = dates
    if "doi" not in fields and (doi := read_doi(after[:6000])):
        fields["doi"] = doi
    if not fields.get("title") and len(fields) < 2:
        return None
    return _entry(fields, lines, named.at, bool(dates))


def _name(fields: dict[str, str], named: Named, own: SelfCitation) -> None:
    """Put title and authors into the fields that do not have them yet."""
    title = named.title or quoted_title(own.words)
    if title:
        fields.setdefault("title", title)
    if named.author:
        fields.setdefault("author", named.author)


def _chapter(lines: Sequence[str]) -> str:
    """The chapter named in the one line before run-on notes: "Notes Introduction 1. Smith ..."."""
    if len(lines) != 1:
        return ""
    first, _, chapter = lines[0].strip().partition(" ")
    return chapter.strip() if first.casefold().strip(":") in word_set("page", "notes_headings") else ""


def _head_only(lines: Sequence[str]) -> list[str]:
    """The lines before the prose begins, with what is printed lower down cut away."""
    head: list[str] = []
    for line in lines:
        if (len(line) > _PROSE or _ABSTRACT.match(line)) and len(head) > 1:
            break
        if line.strip() or head:
            head.append(line)
        if len(head) >= _HEAD_LINES:
            break
    return head


def _imprint(lines: Sequence[str], own: SelfCitation) -> tuple[dict[str, str], set[int]]:
    """The fields of the imprint lines, and which lines have been used up."""
    fields: dict[str, str] = {}
    used: set[int] = set()
    for at, line in enumerate(lines):
        if doi := read_doi(line):
            fields.setdefault("doi", doi)
            used.add(at)
        if line.strip() and _ISSN.search(line) and (above := _above(lines, at)) is not None and len(lines[above]) < 90:
            fields.setdefault("journaltitle", lines[above].strip(" ,"))
            used.add(above)
        found = {} if _is_dated_only(line) or is_in_book(line) else read_imprint(line) or _of_plain_line(line, used, at)
        if not found:
            continue
        used.add(at)
        has_journal = "journaltitle" in found | fields | own.fields
        if not has_journal and (found | fields).keys() & {"volume", "number"}:
            above = _above(lines, at)
            if above is not None and above not in used:
                found["journaltitle"] = lines[above].strip(" ,")
                used.add(above)
        for name, value in found.items():
            fields.setdefault(name, value)
    return fields, used


def _of_plain_line(line: str, used: set[int], at: int) -> dict[str, str]:
    """A month and year directly below the volume, or the journal in words: "From the journal Ice"."""
    if used & {at - 1, at - 2} and (date := read_month_line(line)):
        return {"date": date}
    match = _FROM_JOURNAL.match(line.strip())
    if match and (match["sure"] or names_journal(match["journal"])):
        return {"journaltitle": match["journal"].strip(" ,")}
    return {}


def _is_dated_only(line: str) -> bool:
    return bool(COPYRIGHT.match(line.strip()) or PUBLISHED.search(line.strip()))


def _above(lines: Sequence[str], at: int) -> int | None:
    """The place of the line above that may name a journal; a society or publisher between is passed over."""
    shown = [up for up in range(at - 1, -1, -1) if lines[up].strip() and not _PUBLISHER.search(lines[up])]
    if not shown:
        return None
    nearest = shown[0]
    if len(shown) > 1 and _names_society(lines[nearest]) and names_journal(lines[shown[1]]):
        nearest = shown[1]
    could_be = len(lines[nearest]) < 120 and not is_noise(lines[nearest]) and not read_byline(lines[nearest])
    return nearest if could_be else None


def _names_society(line: str) -> bool:
    return bool({word.casefold() for word in re.findall(r"[^\W\d_]+", line)} & word_set("page", "institution_words"))


def _far_imprint(lines: Sequence[str]) -> dict[str, str]:
    """The imprint behind an abstract, as web pages have it: in a line beside the one with the DOI."""
    for at, line in enumerate(lines[:_FAR_LINES]):
        doi = read_doi(line) if len(line) < _PROSE else ""
        if not doi:
            continue
        for beside in lines[max(0, at - 2) : at + 2]:
            found = read_imprint(beside) if len(beside) < _PROSE and not _is_dated_only(beside) else {}
            if found.get("journaltitle") and "volume" in found:
                return found | {"doi": doi}
    return {}


def _journal_above(lines: Sequence[str], title_at: int | None, used: set[int]) -> str:
    """The first line of the page where it stands above the title and is called as journals are."""
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None or title_at is None or first >= title_at or first in used:
        return ""
    line = lines[first].strip(" ,")
    is_name = len(line) < 80 and len(line.split()) < 10 and not is_noise(line) and not line.endswith((".", "?", "!"))
    return line if is_name and names_journal(line) else ""


def _shown_date(lines: Sequence[str]) -> str:
    """The year of the copyright, else of publication, else ""."""
    for pattern in (COPYRIGHT, PUBLISHED):
        for at, line in enumerate(lines):
            if len(line) < _PROSE and pattern.search(line.strip()):
                near = line if re.search(r"\d{4}", line) else next(iter(lines[at + 1 : at + 2]), "")
                if date := read_date(near):
                    return date[:4] if pattern is COPYRIGHT else date
    return ""


def _entry(fields: dict[str, str], lines: Sequence[str], title_at: int | None, has_date: bool) -> Entry:
    """The entry with its type: a thesis, a chapter, a journal's article, the notes of a book, or a web page."""
    ordered = {name: fields[name] for name in _ORDER if fields.get(name)}
    if "journaltitle" not in fields and (publication := read_publication(lines)):
        return Entry(publication.entrytype, ordered | publication.fields)
    if any(name in fields for name in ("journaltitle", "volume", "pages", "doi")) or has_date:
        return Entry("article", ordered)
    if "author" not in fields:
        return Entry("book", ordered)
    above = [
        line.strip()
        for line in lines[: title_at or 0]
        if line.strip() not in fields.get("title", "") and not is_noise(line) and not read_byline(line)
    ]
    if above:
        ordered["organization"] = above[0]
    return Entry("online", ordered)

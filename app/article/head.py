"""The text around the notes in, the article's own entry out: title, authors, journal, volume, pages, date, DOI."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.article.byline import is_marked_byline, read_byline
from app.article.imprint import read_date, read_doi, read_imprint
from app.entry import Entry
from app.wordlists import word_set

_PROSE = 230
_HEAD_LINES = 60
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)", re.I)
_PUBLISHED = re.compile(
    r"^(?:first )?published(?: online)?\b|^(?:publication|issue) date\b|^erschienen|^mis? en ligne|^publicado", re.I
)
_NOISE = re.compile(
    r"^(?:https?://|www\.|doi\b|issn\b|e-?issn\b|isbn\b|pages? \d|pp?\. \d|received|accepted|e-?mail|accessed|"
    r"downloaded|stable url|published by|"
    r"keywords?\s*:|abstract\s*:|\d+\s+(?:views|downloads|citations|accesses|altmetric)|first online|"
    r"online publication)|\S+@\S+\.\w+|\s{3,}",
    re.I,
)
_PUBLISHER = re.compile(r"\b(?:Press|Publish(?:ing|ers)|Verlag|Éditions|Editorial|Presses)$")
_TITLE_LEAD = re.compile(r"^title\s*:\s*", re.I)


def read_head(before: str, after: str = "") -> Entry | None:
    """The article's own entry from its page's head (and, for date and DOI, its foot); None where nothing can be told.

    Nothing is invented: a field the page does not show is absent. The page of a book's notes, with a chapter's name
    after the word "Notes", is a book.
    """
    lines = _head_only([line.replace("\xa0", " ").rstrip() for line in before.split("\n")])
    if chapter := _chapter(lines):
        return Entry("book", {"title": chapter})
    fields, used = _imprint(lines)
    rest = [(at, line) for at, line in enumerate(lines) if at not in used and not _is_noise(line)]
    title_at, author = _title_and_author(rest)
    if title_at is not None and "title" not in fields:
        fields["title"] = _joined_title(lines, title_at, used)
    if author and "author" not in fields:
        fields["author"] = author
    dates = _shown_date(lines) or _shown_date(after.split("\n")[:80])
    if "date" not in fields and dates:
        fields["date"] = dates
    if "doi" not in fields and (doi := _shown_doi(after)):
        fields["doi"] = doi
    if not fields.get("title") and len(fields) < 2:
        return None
    return _entry(fields, lines, title_at, bool(dates))


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
        if len(line) > _PROSE and len(head) > 1:
            break
        if line.strip() or head:
            head.append(line)
        if len(head) >= _HEAD_LINES:
            break
    return head


def _imprint(lines: Sequence[str]) -> tuple[dict[str, str], set[int]]:
    """The fields of the imprint lines, and which lines have been used up."""
    fields: dict[str, str] = {}
    used: set[int] = set()
    for at, line in enumerate(lines):
        if doi := read_doi(line):
            fields.setdefault("doi", doi)
            used.add(at)
        if _COPYRIGHT.match(line.strip()) or _PUBLISHED.search(line.strip()) or not (found := read_imprint(line)):
            continue
        used.add(at)
        if "journaltitle" not in found and "journaltitle" not in fields:
            above = next(
                (up for up in range(at - 1, -1, -1) if lines[up].strip() and not _PUBLISHER.search(lines[up])), None
            )
            if (
                above is not None
                and above not in used
                and "volume" in found | fields
                and _could_be_journal(lines[above])
            ):
                found["journaltitle"] = lines[above].strip(" ,")
                used.add(above)
        for name, value in found.items():
            fields.setdefault(name, value)
    return fields, used


def _could_be_journal(line: str) -> bool:
    return len(line) < 120 and not _is_noise(line) and not read_byline(line)


def _is_noise(line: str) -> bool:
    plain = line.strip(" \t•*#:|.")
    if not re.search(r"[^\W\d]{2}", plain) or plain.casefold() in word_set("page", "page_words"):
        return True
    return bool(_NOISE.search(line.strip()) or _COPYRIGHT.match(plain) or _PUBLISHED.match(plain))


def _title_and_author(rest: Sequence[tuple[int, str]]) -> tuple[int | None, str]:
    """The title's line and the authors. A byline stands after the title, or, where it opens the page, before it."""
    marked = [place for place, (_, line) in enumerate(rest) if is_marked_byline(line) and read_byline(line)]
    named = [place for place, (_, line) in enumerate(rest) if read_byline(line)]
    place = next(iter(marked or [place for place in named if place > 0] or named), None)
    if place is None:
        return _first_title(rest), ""
    authors = [read_byline(rest[place][1])]
    for at in range(place + 1, len(rest)):
        if at not in named or rest[at][0] - rest[at - 1][0] > 2:
            break
        authors.append(read_byline(rest[at][1]))
    if place > 0:
        return rest[place - 1][0], " and ".join(authors)
    after = [at for at, _ in rest[len(authors) :] if at not in named]
    return (after[0] if after else None), " and ".join(authors)


def _first_title(rest: Sequence[tuple[int, str]]) -> int | None:
    at, line = next(((at, line) for at, line in rest if len(line.strip()) > 2), (None, ""))
    return None if _is_sentence(line) else at


def _is_sentence(line: str) -> bool:
    """Whether a line is the body's own beginning: a title has no full stop behind so many words."""
    plain = line.strip()
    return plain.endswith(".") and not plain.endswith("..") and len(plain.split()) > 7


def _joined_title(lines: Sequence[str], at: int, used: set[int]) -> str:
    """The title's line with the lines before it that cannot end there: "... nutzen:" or "The Rise and Fall of"."""
    title = _TITLE_LEAD.sub("", lines[at].strip())
    while at > 0 and at - 1 not in used and _goes_on(lines[at - 1].strip(), title):
        at -= 1
        title = f"{lines[at].strip()} {title}"
    return " ".join(title.split()).strip("*# ").rstrip("*†‡¹²³").strip()


def _goes_on(line: str, following: str) -> bool:
    """Whether a title's line cannot be its last: it ends in "of", with a colon, or the next begins in small letters."""
    if not line:
        return False
    last = line.rsplit(" ", 1)[-1].casefold()
    return line[-1] in ":–—,.?!-" or last in word_set("page", "open_words") or following[:1].islower()


def _shown_date(lines: Sequence[str]) -> str:
    """The year of the copyright, else of publication, else ""."""
    for pattern in (_COPYRIGHT, _PUBLISHED):
        for at, line in enumerate(lines):
            if pattern.search(line.strip()):
                near = line if re.search(r"\d{4}", line) else next(iter(lines[at + 1 : at + 2]), "")
                if date := read_date(near):
                    return date[:4] if pattern is _COPYRIGHT else date
    return ""


def _shown_doi(after: str) -> str:
    return read_doi(after[:6000])


def _entry(fields: dict[str, str], lines: Sequence[str], title_at: int | None, has_date: bool) -> Entry:
    """The entry with its type: a journal's article, the notes of a book, or a web page."""
    order = ("author", "title", "journaltitle", "volume", "number", "date", "pages", "doi")
    ordered = {name: fields[name] for name in order if fields.get(name)}
    if any(name in fields for name in ("journaltitle", "volume", "pages", "doi")) or has_date:
        return Entry("article", ordered)
    if "author" not in fields:
        return Entry("book", ordered)
    above = [
        line.strip()
        for line in lines[: title_at or 0]
        if line.strip() and not _is_noise(line) and not read_byline(line)
    ]
    if above:
        ordered["organization"] = above[0]
    return Entry("online", ordered)

"""The words between a citation's people and its numbers in, the title and what it stands in out."""

from __future__ import annotations

import re

from app.fields import bodies
from app.fields.belonging import (
    imprint_kind,
    is_daily,
    is_in_journal,
    is_numbered_by_month,
    is_of_month,
    is_volume_of_book,
)
from app.fields.french_law import read_review_of_year
from app.fields.heads import Head
from app.fields.kinds import has_word, is_day
from app.fields.names import format_people
from app.fields.peeling import clean_title, peel
from app.fields.periodicals import (
    BEFORE_DATE,
    ends_in_review,
    is_review_siglum,
    is_yearbook,
    read_periodical,
    read_report_series,
    split_title_and_journal,
)
from app.fields.ratings import rate_people
from app.fields.scanning import Quoted, Scanned
from app.fields.serials import part_series
from app.fields.spoken import read_spoken
from app.fields.spots import Tail

# « Le sel blanc » [1968], dans Œuvres
FIRST_YEAR = re.compile(
    r",?\s[\[(](?P<year>1[4-9]\d\d|20\d\d)[\])](?=,?\s(?:dans|in|en)\s)|,?\s\[(?P<bare>1[4-9]\d\d|20\d\d)\](?=,\s[A-ZÀ-ÞŒ«])"
)
_A_NAME = 0.8
_LONGEST_NAME = 5
_SURELY_A_NAME = 0.85
_SAME = re.compile(
    r"^(?:[Dd]ers\.?|[Dd]ies\.?|[Ii]d\.|[Ii]dem|[Ee]ad\.|[Ee]adem)(?=\s?[/,(:]|\s(?:und|u\.|and|et|e)\s)"
)
_TITLE_BY = re.compile(r"(?P<title>.{3,120}?)\s(?:by|von|par)\s(?P<people>[^,.:]{5,60})$")
# "F. J. Voss in Am. Salt Rev., III. 650-671"
_SIGNED = re.compile(r"(?P<people>[^,:;]{4,60}?),?\s(?:in|dans|en|in:)\s(?P<journal>[A-ZÀ-ÞĀ-Ž].*)$")
# "Ann Fry, Comment, Salt in Court, 65 Salt L. Rev. 1333": what a law review calls a student's piece.
_KIND_OF_PIECE = re.compile(
    r"^(?:Comment|Note|Book\sReview|Book\sNote|Recent\sCase|Recent\sDevelopments?|Commentary|Essay|Review\sEssay|Symposium|Foreword|Case\sNote|Correspondence),\s(?=[A-Z‘“\"])"
)


# "N. Voss, s.v. Sale, in Enciclopedia": what stands before an article's own word.
_HEADWORD_LABEL = re.compile(r"^(?:s\.\s?v\.,?|ad\svocem|sub\svoce)\s(?=[A-ZÀ-ÞĀ-Ž])")


def is_short_form(title: str) -> bool:
    """Whether it is "Wiebe (1995), S. 15": family names and a year lead to a work cited elsewhere."""
    return len(title.split()) <= 5 and rate_people(title) >= 0.3 and "." not in title and not _is_full_name(title)


def _is_full_name(title: str) -> bool:
    return len(title.split()) > 1 and not re.search(r"\s(?:and|und|et|y|e|&)\s|\s?/\s?", title)


def _name_again(container: str, head: Head) -> tuple[str, dict[str, str]]:
    """The container's words with the author's name for "ders.", "dies." and "Id."; alone that is the book's author."""
    author = head.people.partition(" and ")[0]
    family, _, given = author.partition(", ")
    found = _SAME.match(container)
    if not found:
        return container, {}
    if not given:
        return re.sub(r"^[,:]\s", "", container[found.end() :]), {}
    behind = container[found.end() :]
    if behind.startswith((", ", ": ")):
        return behind[2:], {"bookauthor": author}
    return f"{given} {family}{behind}", {}


def read_quoted(scanned: Scanned, head: Head, quote: Quoted, tail: Tail) -> dict[str, str]:
    """The quoted title, and the journal, newspaper or book that the words between it and the numbers name."""
    fields = {"title": clean_title(quote.words(scanned.text))}
    words = scanned.text[quote.end : tail.start]
    if first := FIRST_YEAR.match(words):
        fields["origdate"], words = first["year"] or first["bare"], words[first.end() :]
    if not head.people and not words.strip(" ,.;:") and _is_periodical_alone(fields["title"], tail):
        return {"journaltitle": fields["title"]}
    words = BEFORE_DATE.sub("", words) if is_day(tail.fields.get("date", "")) else words
    container = bodies.after_quote_is_in(words)
    if container is None and (review := read_review_of_year(words)):
        return fields | review
    if container is None and (collected := _read_collected(scanned, tail, words)):
        return fields | collected
    if container is None:
        return fields | read_periodical(words.strip(" ,.;:"), tail)
    return fields | _read_in(scanned, head, tail, words, container)


def _read_collected(scanned: Scanned, tail: Tail, words: str) -> dict[str, str] | None:
    """A book right behind a quoted title: "« Du sel », Œuvres, éd. R. Roux, t. I, Paris, Conard, 1935"."""
    if is_day(tail.fields.get("date", "")) or has_word(words, "journal_words") or "number" in tail.fields:
        return None
    if read_report_series(words.strip(" ,;:")):
        return None
    imprint = imprint_kind(scanned, tail)
    title, signs = peel(words.strip(" ,;:"), imprint=imprint)
    known = signs.keys() | tail.fields.keys()
    is_book = {"location", "publisher"} <= known or ("editor" in signs and "location" in known)
    if not title or not is_book or "," in title:
        return None
    return bodies.read_container(words.strip(" ,;:"), is_periodical=False, imprint=imprint)


def _is_periodical_alone(title: str, tail: Tail) -> bool:
    """Whether Italian quotation marks hold a newspaper's or review's name: «Gazzetta salina», 12 maggio 1977, p. 3."""
    if len(title.split()) > _LONGEST_NAME:
        return False
    if is_day(tail.fields.get("date", "")):
        return has_word(title, "newspaper_words") or has_word(title, "daily_names")
    return tail.pieces[:1] == ["volume"] and has_word(title, "journal_words")


def _read_in(scanned: Scanned, head: Head, tail: Tail, words: str, container: str) -> dict[str, str]:
    """What stands behind "in": a periodical or a book."""
    imprint = imprint_kind(scanned, tail)
    container, same = _name_again(container, head)
    is_periodical = is_in_journal(tail, words) or is_daily(tail, container) or is_yearbook(container, tail)
    return same | bodies.read_container(container, is_periodical=is_periodical, imprint=imprint)


def read_unquoted(scanned: Scanned, head: Head, tail: Tail) -> dict[str, str]:
    """A title without quotation marks, and what stands behind it: a container, a journal, or its imprint."""
    words = scanned.text[head.end : tail.start].strip(" ,;:")
    words = BEFORE_DATE.sub("", words) if is_day(tail.fields.get("date", "")) else words
    words = _KIND_OF_PIECE.sub("", words) if "law-journal" in tail.pieces else words
    words = _HEADWORD_LABEL.sub("", words)
    imprint = imprint_kind(scanned, tail)
    if head.people and (foreword := bodies.read_foreword(words, imprint=imprint)):
        return foreword
    if head.people and (untitled := bodies.after_quote_is_in(words)) and words[:3].casefold() == "in:":
        return _read_in(scanned, head, tail, words, untitled)  # German lawyers leave a piece's title out
    found = bodies.find_container(words, is_bracketed=imprint == "bracket")
    if not found and (spoken := read_spoken(words)):
        return spoken
    for stop in re.finditer(r"[.,]\s(?=[A-Z])", words):
        if report := read_report_series(words[stop.end() :]):
            return {"title": clean_title(words[: stop.start()])} | report
    if found:
        fields = _read_in(scanned, head, tail, words, found[1])
        if not head.people and not head.end and is_short_form(found[0].strip(" ,")):
            return {"author": format_people(found[0])} | fields
        return {"title": clean_title(found[0])} | fields
    return _read_periodical(words, head, tail, imprint) or _read_book(words, head, tail, imprint)


def _read_periodical(words: str, head: Head, tail: Tail, imprint: str) -> dict[str, str] | None:
    """The title and the periodical behind it, or the periodical alone; None where it is a book."""
    has_author = bool(head.people)
    if not has_author and (signed := _SIGNED.match(words)) and rate_people(signed["people"]) >= _A_NAME:
        return {"author": format_people(signed["people"]), "journaltitle": clean_title(signed["journal"])}
    if is_numbered_by_month(tail, words, has_author=has_author):
        return {"journaltitle": clean_title(words)}
    in_journal = is_in_journal(tail, words) and not is_volume_of_book(words, tail, has_author=has_author)
    is_of_body = head.people.startswith("{") and not has_word(words.rpartition(", ")[2], "newspaper_words")
    is_dated = is_day(tail.fields.get("date", "")) and not (is_of_body and "pages" not in tail.pieces)
    if in_journal or is_of_month(tail) or is_dated:
        return split_title_and_journal(words, tail, has_author=has_author)
    is_siglum = re.fullmatch(r"[A-Z]\w*[A-Z]\w{0,5}", words) and imprint == "place"
    is_review = has_author and is_review_siglum(words) and tail.pieces[:1] == ["date"]
    if has_author and imprint == "place" and ends_in_review(words, tail):
        return split_title_and_journal(words, tail, has_author=True)
    return {"journaltitle": words} if is_siglum or is_review else None


def _read_book(words: str, head: Head, tail: Tail, imprint: str) -> dict[str, str]:
    title, fields = peel(words, imprint=imprint)
    if not head.people and ({"volume", "number"} & set(tail.pieces)):
        title, series = part_series(title)
        fields = series | fields
    by = _TITLE_BY.match(title.strip(" ,"))
    if not head.people and by and rate_people(by["people"]) >= _SURELY_A_NAME:
        return {"title": clean_title(by["title"]), "author": format_people(by["people"])} | fields
    return {"title": clean_title(title)} | fields

"""The lines of an article's head in, its title and authors out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from app.article.byline import has_given_name, is_marked_byline, read_byline
from app.article.language import language_of
from app.article.lines import COPYRIGHT, is_noise, names_journal
from app.folding import fold
from app.wordlists import word_set

_TITLE_LEAD = re.compile(r"^(?:title\s*:\s*|(?:p\.?\s?|\[p\.?\s?)\d{1,4}\]?\s+(?=[^\W\d]))", re.I)
# "II. THE ICE AND THE CLERK": the article's number in its issue.
_PLACE_IN_ISSUE = re.compile(r"^[IVX]{1,5}\.\s+(?=[A-ZÀ-Þ][^\W\d])")
_YEARS = re.compile(r"^(?:1[0-9]|20)\d\d(?:\s?[-–—/]\s?(?:\d{2}|\d{4}))?\W{0,2}$")
_CITED = 20
_LONGEST_MAIN = 60
_LONGEST_LINE = 140


class Named(NamedTuple):
    """A head's title and authors, "" for what it does not show, and the title's line."""

    title: str
    author: str
    at: int | None


class Head(NamedTuple):
    """What is known of a head when its title is looked for.

    Attributes:
        lines: all its lines.
        rest: those that may hold title and names, with their places.
        used: the places of the imprint's lines.
        citation: the page's own citation of the article, "" where there is none.
        language: the language of the page, "" where it does not tell.
    """

    lines: Sequence[str]
    rest: Sequence[tuple[int, str]]
    used: Collection[int]
    citation: str
    language: str


def read_title(head: Head) -> Named:
    """The title and the authors. A byline stands after the title, or, where it opens the page, before it.

    Where a translation stands between title and byline, the title is the line that the page's own citation repeats, or
    that comes again in the head, or that is in the language of the page.
    """
    names = ["" if _ends_title(head, at) else read_byline(line, head.language == "spanish") for at, line in head.rest]
    named = [place for place, people in enumerate(names) if people]
    marked = [place for place in named if is_marked_byline(head.rest[place][1])]
    sure = [place for place in named if has_given_name(names[place])]
    place = next(iter(marked or [one for one in sure if one > 0] or [one for one in named if one > 0] or named), None)
    if place is None:
        at = _first_title(head.rest)
        return Named(_joined(head, at) if at is not None else "", "", at)
    authors = [names[place]]
    for following in range(place + 1, len(head.rest)):
        if not names[following] or head.rest[following][0] - head.rest[following - 1][0] > 2:
            break
        authors.append(names[following])
    if place > 0:
        at = _among_translations(head, head.rest[:place])
    else:
        after = [at for later, (at, _) in enumerate(head.rest) if later >= len(authors) and later not in named]
        at = after[0] if after else None
    title = _joined(head, at) if at is not None else ""
    return Named(_with_rest(head, at, title) if at is not None and place == 0 else title, " and ".join(authors), at)


def _ends_title(head: Head, at: int) -> bool:
    """Whether the line directly above goes on with this one, so that it is a title's end and nobody's name."""
    above = head.lines[at - 1].strip() if at > 0 and at - 1 not in head.used else ""
    last = above.rpartition(" ")[2].casefold()
    return last != above.casefold() and last in word_set("page", "open_words")


def _first_title(rest: Sequence[tuple[int, str]]) -> int | None:
    at, line = next(((at, line) for at, line in rest if len(line.strip()) > 2), (None, ""))
    return None if _is_sentence(line) else at


def _is_sentence(line: str) -> bool:
    """Whether a line is the body's own beginning: a title has no full stop behind so many words."""
    plain = line.strip()
    return plain.endswith(".") and not plain.endswith("..") and len(plain.split()) > 7


def _among_translations(head: Head, before: Sequence[tuple[int, str]]) -> int:
    """The title's line among those before the byline: the last, unless that translates an earlier one."""
    near = before[-3:]
    last = near[-1][0]
    if len(near) < 2:
        return last
    cited, everything = fold(head.citation), [fold(line) for line in head.lines]
    for at, line in reversed(near):
        words = fold(line.strip())
        if len(words) > _CITED and (words in cited or everything.count(words) > 1):
            return at
    above = near[-2][0]
    if not head.language or last - above > 2:
        return last
    is_translated = language_of(near[-1][1]) not in ("", head.language)
    return above if is_translated and language_of(near[-2][1]) in ("", head.language) else last


def _joined(head: Head, at: int) -> str:
    """The title's line with those before it that belong to it: "... nutzen:", "The Rise and Fall of", a main title."""
    title, last = _TITLE_LEAD.sub("", head.lines[at].strip()), at
    if at > 0 and at - 1 not in head.used and _is_main_title(head, at, title):
        at -= 1
        title = f"{head.lines[at].strip()}: {title}"
    while at > 0 and at - 1 not in head.used and _goes_on(head.lines[at - 1].strip(), title):
        at -= 1
        title = f"{head.lines[at].strip()} {title}"
    following = head.lines[last + 1].strip() if last + 1 < len(head.lines) else ""
    if title.endswith((",", ":", " in")) and _YEARS.match(following):
        title = f"{title} {following}"
    title = _PLACE_IN_ISSUE.sub("", " ".join(title.split()))
    return title.strip("*# ").rstrip("*†‡¹²³").strip()


def _with_rest(head: Head, at: int, title: str) -> str:
    """A title below its authors with the lines that go on with it: "Salz durch Verfahren?" and "Zur neueren Lehre"."""
    for line in map(str.strip, head.lines[at + 1 : at + 4]):
        is_over = not line or is_noise(line) or names_journal(line) or line.endswith(".") or len(line) > _LONGEST_LINE
        if is_over or read_byline(line) or at + 1 in head.used:
            break
        is_one = title[-1] in ":–—,.?!-" or line[:1].islower() or _goes_on(title, line)
        title, at = f"{title}{' ' if is_one else ': '}{line}", at + 1
    return title


def _is_main_title(head: Head, at: int, following: str) -> bool:
    """Whether a subtitle stands on a line of its own, below a main title too short to have been broken there."""
    line = head.lines[at - 1].strip()
    words, length = len(line.split()), len(following.split())
    if words < 2 or length < 3 or is_noise(line) or _goes_on(line, following) or names_journal(line):
        return False
    if line.isupper() and not following.isupper():
        return True
    languages = {language_of(line), language_of(following)} - {""}
    above = head.lines[at - 2].strip() if at > 1 and at - 2 not in head.used else ""
    return words > 2 and len(languages) < 2 and not above and len(line) < _LONGEST_MAIN


def _goes_on(line: str, following: str) -> bool:
    """Whether a title's line cannot be its last: it ends in "of", with a colon, or the next begins in small letters.

    Two lines in capitals are one title too, and so is a long line with a word or two below it.
    """
    if not line or COPYRIGHT.match(line):
        return False
    last = line.rsplit(" ", 1)[-1].casefold()
    both_capitals = line.isupper() and following.isupper() and len(line.split()) > 2
    is_rest = len(following.split()) < 3 and len(line.split()) > 2 and not names_journal(line) and not is_noise(line)
    is_open = line[-1] in ":–—,.?!-" or last in word_set("page", "open_words")
    return is_open or following[:1].islower() or both_capitals or is_rest

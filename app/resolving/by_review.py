"""A citation by author and review alone in, the article cited before out: "Legrand, ICLQ 45 (1996), 61 f."."""

from __future__ import annotations

from functools import cache

from app.entry import Entry
from app.folding import fold
from app.resolving.course import Course
from app.resolving.known import KnownWork
from app.resolving.likeness import initials
from app.resolving.places import can_hold, volume_number
from app.resolving.settled import Answer
from app.wordlists import load_words

_NAMED = 0.6
_FEWEST_LETTERS = 2
_ALLOWED = frozenset({"author", "title", "journaltitle", "volume", "number", "date", "pages"})


def find_by_review(course: Course, entry: Entry, locator: str) -> Answer | None:
    """The article of this author in this review, as lawyers cite it again by the review's siglum, volume or year.

    Args:
        course: the works cited so far.
        entry: what was read of the citation; the siglum may have been taken for a title.
        locator: the page pointed at.

    Returns:
        None where a title is said, or where none or more than one article fits.
    """
    review = entry.get("journaltitle") or entry.get("title")
    if not entry.get("author") or not review or set(entry.fields) - _ALLOWED:
        return None
    if entry.get("title") and (entry.get("journaltitle") or not _is_siglum(review)):
        return None
    surname = entry.get("author").split(",")[0]
    fitting = [
        candidate.work
        for candidate in course.known.by_names(surname)
        if candidate.names >= _NAMED and _stands_in(candidate.work, review, entry, locator)
    ]
    if len(fitting) != 1:
        return None
    reason = "An earlier note cites this author’s article in the same volume of the review."
    return Answer(fitting[0].number, reason, 0.85)


def _is_siglum(words: str) -> bool:
    return " " not in words and sum(letter.isupper() for letter in words) >= _FEWEST_LETTERS


def _stands_in(work: KnownWork, review: str, entry: Entry, locator: str) -> bool:
    """Whether the work is an article of the review, the volume or year the same, and the page one of its own."""
    own = work.entry.get("journaltitle")
    if not own or not work.entry.get("title") or not _is_same_review(review, own):
        return False
    volumes = [volume_number(one.get("volume")) for one in (entry, work.entry) if one.get("volume")]
    years = [one.get("date")[:4] for one in (entry, work.entry) if one.get("date")]
    both = [pair for pair in (volumes, years) if len(pair) > 1]
    return bool(both) and all(a == b for a, b in both) and can_hold(work.entry, locator)


@cache
def _small_words() -> frozenset[str]:
    """What a review's siglum leaves out: "RHMC" is the Revue d’histoire moderne et contemporaine."""
    lists = (words for words in load_words("function_words").values() if isinstance(words, list))
    return frozenset(fold(word) for words in lists for word in words) | {"d", "l"}


def _is_same_review(review: str, own: str) -> bool:
    if fold(review) == fold(own):
        return True
    large = " ".join(word for word in fold(own).split() if word not in _small_words())
    return _is_siglum(review) and fold(review) in {initials(own), initials(large)}

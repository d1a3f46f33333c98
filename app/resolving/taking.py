"""A citation that names its work itself in, the work taken in or found among the known ones out."""

from __future__ import annotations

from app.citations import Mention
from app.resolving.course import Course
from app.resolving.settled import Answer, Settled

# Below this the words were kept for a title, since nothing else could be read of them.
_HARDLY_READ = 0.4


def take_in(
    course: Course, mention: Mention, words: str, reason: str, confidence: float, is_short: bool = False
) -> Settled:
    """The work of a mention that says what it is: a new one, or one already cited in full, slips forgiven.

    Args:
        course: the works met so far, which it joins.
        mention: its entry is the one to take in.
        words: the citation as printed.
        reason: what to say of a new work.
        confidence: how sure a new work is.
        is_short: the words are a short citation's, which a full one will say better.
    """
    assert mention.parsed is not None
    entry = mention.parsed.entry
    is_provisional = is_short or mention.certainty < _HARDLY_READ
    same = course.known.same_as(entry)
    if same is None:
        work = course.known.add(entry, words, is_provisional)
        return Settled(mention, Answer(work.number, reason, confidence))
    course.known.enrich(same, entry, words, is_provisional)
    return Settled(
        mention, Answer(same.number, "The same work is cited in full in an earlier note.", min(confidence, 0.95))
    )

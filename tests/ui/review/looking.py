"""A review window in; which note, citation and work the user looks at, out."""

from ui.review.window import ReviewWindow


def shown(window: ReviewWindow) -> tuple[tuple[int, int] | None, str | None]:
    """Which note and citation are looked at, and of which work."""
    place = window.notes.place
    return (place.note, place.citation) if place else None, window.work_id

"""LearntLesson: words of a note and what the user said of them, kept for the next import."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from models.kinds import Teaching, column_type
from models.rows import Recorded


class LearntLesson(Recorded):
    """A correction made in a review.

    `work` and `was` are the work as the user left it and as it had been read (entrytype and fields), {} for none;
    `source` is the short name of the article it was made in, for the list that the user looks through.
    """

    __tablename__ = "lessons"

    taught: Mapped[Teaching] = mapped_column(column_type(Teaching))
    words: Mapped[str]
    work: Mapped[dict[str, Any]] = mapped_column(JSON)
    was: Mapped[dict[str, Any]] = mapped_column(JSON)
    source: Mapped[str]
    at: Mapped[str]

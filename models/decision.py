"""Decision and Merge: what the user said about entries that look alike, and what a merge took in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.kinds import Verdict, column_type
from models.rows import Recorded


class Decision(Recorded):
    """Two entries are different, or related versions of one work; the smaller id is the first."""

    __tablename__ = "decisions"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)

    first_id: Mapped[int] = mapped_column(ForeignKey("entries.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    verdict: Mapped[Verdict] = mapped_column(column_type(Verdict))
    relation: Mapped[str]


class Merge(Recorded):
    """What a merge took in: the rows of the entries that are gone and what moved from each."""

    __tablename__ = "merges"

    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    at: Mapped[str]
    taken: Mapped[dict[str, Any]]

"""Law: what a reader of cases, statutes and official papers returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Law:
    """A law citation that was recognised: its type, fields, end and the place pointed at."""

    entrytype: str
    fields: dict[str, str]
    end: int
    locator: str | None

"""The closed sets of the store; their values are those of app.apparatus, where each is explained."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Enum


class NoteKind(StrEnum):
    """What a note is."""

    CITATION = "citation"
    COMMENTARY = "commentary"
    MIXED = "mixed"
    EMPTY = "empty"


class CitationForm(StrEnum):
    """How a citation names its work."""

    FULL = "full"
    SHORT = "short"
    IBID = "ibid"


class CitationRelation(StrEnum):
    """What the note does with the work."""

    CITES = "cites"
    SEE = "see"
    SEE_ALSO = "see-also"
    QUOTED_IN = "quoted-in"
    QUOTED_SOURCE = "quoted-source"


class Verdict(StrEnum):
    """What was decided about two entries that look alike."""

    DIFFERENT = "different"
    RELATED = "related"


class Teaching(StrEnum):
    """What a lesson says of its words."""

    WORK = "work"
    CITATION = "citation"
    NO_CITATION = "no citation"


class BlockKind(StrEnum):
    """What a stretch of a .bib file is; broken is an entry that nobody could read."""

    ENTRY = "entry"
    STRING = "string"
    PREAMBLE = "preamble"
    COMMENT = "comment"
    TEXT = "text"
    BROKEN = "broken"


def column_type(kinds: type[StrEnum]) -> Enum:
    """A closed set as a column: its values as text, checked here and not by the database."""
    return Enum(
        kinds, native_enum=False, create_constraint=False, length=20, values_callable=lambda k: [m.value for m in k]
    )

"""The parts of a citation that a word can belong to."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """What a stretch of words says of the work.

    OTHER are signs, "in", "ed. by", "vol." and the like within the citation; BEYOND is what does not belong to it:
    lead-in words before it, prose or a further citation behind it.
    """

    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    TITLE = "title"
    JOURNAL = "journal"
    CONTAINER = "container"
    SERIES = "series"
    EDITION = "edition"
    VOLUME = "volume"
    NUMBER = "number"
    PAGES = "pages"
    LOCATOR = "locator"
    DATE = "date"
    PLACE = "place"
    PUBLISHER = "publisher"
    INSTITUTION = "institution"
    GENRE = "genre"
    DOI = "doi"
    URL = "url"
    NOTE = "note"
    OTHER = "other"
    BEYOND = "beyond"

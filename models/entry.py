"""StoredEntry: a work in the library; its known fields are columns, any other field is kept beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.rows import Recorded

if TYPE_CHECKING:
    from models.attachment import Attachment
    from models.citation import Citation
    from models.grouping import Membership, Tagging
    from models.person import Contribution


class StoredEntry(Recorded):
    """A work as BibTeX knows it.

    `shown_*` is what the table shows, `sort_*` the same folded and cut for ordering, `words_*` all its words folded for
    searching. The long columns stand last, so that a table can be filled without reading them.
    """

    __tablename__ = "entries"
    __table_args__ = (
        Index(None, "sort_author", "shown_year", "sort_title"),
        Index(None, "sort_title"),
        Index(None, "shown_year", "sort_author"),
    )

    entrytype: Mapped[str]
    key: Mapped[str]
    shown_author: Mapped[str]
    shown_title: Mapped[str]
    shown_year: Mapped[str]
    shown_container: Mapped[str]
    sort_author: Mapped[str]
    sort_title: Mapped[str]
    publisher: Mapped[str]
    doi: Mapped[str]
    keywords: Mapped[str]
    added: Mapped[str]
    changed: Mapped[str]

    author: Mapped[str]
    editor: Mapped[str]
    translator: Mapped[str]
    title: Mapped[str]
    subtitle: Mapped[str]
    journaltitle: Mapped[str]
    booktitle: Mapped[str]
    date: Mapped[str]
    volume: Mapped[str]
    number: Mapped[str]
    pages: Mapped[str]
    location: Mapped[str]
    institution: Mapped[str]
    series: Mapped[str]
    edition: Mapped[str]
    isbn: Mapped[str]
    issn: Mapped[str]
    url: Mapped[str]
    urldate: Mapped[str]
    note: Mapped[str]
    langid: Mapped[str]
    rest: Mapped[dict[str, str] | None]
    abstract: Mapped[str]

    words_author: Mapped[str]
    words_title: Mapped[str]
    words_year: Mapped[str]
    words_key: Mapped[str]
    words_type: Mapped[str]
    words_keyword: Mapped[str]
    words_rest: Mapped[str]

    keys: Mapped[list[CitationKey]] = relationship(back_populates="entry", order_by="CitationKey.id")
    contributions: Mapped[list[Contribution]] = relationship(
        back_populates="entry", order_by="(Contribution.role, Contribution.position)"
    )
    citations: Mapped[list[Citation]] = relationship(back_populates="entry")
    attachments: Mapped[list[Attachment]] = relationship(back_populates="entry", order_by="Attachment.id")
    memberships: Mapped[list[Membership]] = relationship(back_populates="entry")
    taggings: Mapped[list[Tagging]] = relationship(back_populates="entry")


# The fields that have a column of their own, by their biblatex names.
WIDE_FIELDS = (
    "author", "editor", "translator", "title", "subtitle", "journaltitle", "booktitle", "date", "volume", "number",
    "pages", "publisher", "location", "institution", "series", "edition", "doi", "isbn", "issn", "url", "urldate",
    "note", "langid", "keywords", "abstract",
)  # fmt: skip


class CitationKey(Recorded):
    """A key that leads to an entry: its own, or an alias it had before or took over in a merge."""

    __tablename__ = "citation_keys"
    # Keys that differ only in case are one key to BibTeX.
    __table_args__ = (UniqueConstraint("folded"),)

    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    key: Mapped[str]
    folded: Mapped[str]
    is_alias: Mapped[bool]
    is_frozen: Mapped[bool]

    entry: Mapped[StoredEntry] = relationship(back_populates="keys")

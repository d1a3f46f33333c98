"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.upgrades.first_search import SEARCH

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _counters()
    _entries()
    _groups()
    _imported_files()
    _keywords()
    _library_settings()
    _persons()
    _steps()
    _articles()
    _attachments()
    _blocks()
    _changes()
    _citation_keys()
    _contributions()
    _decisions()
    _memberships()
    _merges()
    _taggings()
    _notes()
    _citations()
    if op.get_context().dialect.name == "sqlite":
        for statement in SEARCH:
            op.get_bind().exec_driver_sql(statement)


def _counters() -> None:
    op.create_table(
        "counters",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("next_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        *_texts(
            "entrytype key shown_author shown_title shown_year shown_container sort_author sort_title "
            "publisher doi keywords added changed author editor translator title subtitle journaltitle "
            "booktitle date volume number pages location institution series edition isbn issn url urldate "
            "note langid"
        ),
        sa.Column("rest", sa.JSON(), nullable=True),
        *_texts("abstract words_author words_title words_year words_key words_type words_keyword words_rest"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
    )
    op.create_index(op.f("ix_entries_shown_year_sort_author"), "entries", ["shown_year", "sort_author"], unique=False)
    op.create_index(
        op.f("ix_entries_sort_author_shown_year_sort_title"),
        "entries",
        ["sort_author", "shown_year", "sort_title"],
        unique=False,
    )
    op.create_index(op.f("ix_entries_sort_title"), "entries", ["sort_title"], unique=False)


def _groups() -> None:
    op.create_table(
        "groups",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["groups.id"], name=op.f("fk_groups_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
    )
    op.create_index(op.f("ix_groups_parent_id"), "groups", ["parent_id"], unique=False)


def _imported_files() -> None:
    op.create_table(
        "imported_files",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("form", sa.JSON(), nullable=False),
        *_texts("digest added"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_files")),
    )


def _keywords() -> None:
    op.create_table(
        "keywords",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keywords")),
        sa.UniqueConstraint("name", name=op.f("uq_keywords_name")),
    )


def _library_settings() -> None:
    op.create_table(
        "library_settings", *_texts("name value"), sa.PrimaryKeyConstraint("name", name=op.f("pk_library_settings"))
    )


def _persons() -> None:
    op.create_table(
        "persons",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        *_texts("family given prefix suffix literal folded"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sa.UniqueConstraint(
            "family", "given", "prefix", "suffix", "literal", name=op.f("uq_persons_family_given_prefix_suffix_literal")
        ),
    )
    op.create_index(op.f("ix_persons_folded"), "persons", ["folded"], unique=False)


def _steps() -> None:
    op.create_table(
        "steps",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        *_texts("name at"),
        sa.Column("is_undone", sa.Boolean(), nullable=False),
        sa.Column("touched", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_steps")),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        *_texts("title author year source folded added"),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_articles_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    op.create_index(op.f("ix_articles_entry_id"), "articles", ["entry_id"], unique=False)
    op.create_index(op.f("ix_articles_folded"), "articles", ["folded"], unique=False)


def _attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_attachments_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
        sa.UniqueConstraint("entry_id", "path", name=op.f("uq_attachments_entry_id_path")),
    )


def _blocks() -> None:
    op.create_table(
        "blocks",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "entry",
                "string",
                "preamble",
                "comment",
                "text",
                "broken",
                name="blockkind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        *_texts("printed_key given_key stood why text"),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_blocks_entry_id")),
        sa.ForeignKeyConstraint(["file_id"], ["imported_files.id"], name=op.f("fk_blocks_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blocks")),
        sa.UniqueConstraint("file_id", "position", name=op.f("uq_blocks_file_id_position")),
    )
    op.create_index(op.f("ix_blocks_entry_id"), "blocks", ["entry_id"], unique=False)


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column(
            "act", sa.Enum("insert", "update", "delete", name="act", native_enum=False, length=20), nullable=False
        ),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["step_id"], ["steps.id"], name=op.f("fk_changes_step_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
    )
    op.create_index(op.f("ix_changes_step_id"), "changes", ["step_id"], unique=False)


def _citation_keys() -> None:
    op.create_table(
        "citation_keys",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        *_texts("key folded"),
        sa.Column("is_alias", sa.Boolean(), nullable=False),
        sa.Column("is_frozen", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_citation_keys_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citation_keys")),
        sa.UniqueConstraint("folded", name=op.f("uq_citation_keys_folded")),
    )
    op.create_index(op.f("ix_citation_keys_entry_id"), "citation_keys", ["entry_id"], unique=False)


def _contributions() -> None:
    op.create_table(
        "contributions",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_contributions_entry_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_contributions_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributions")),
    )
    op.create_index(op.f("ix_contributions_entry_id"), "contributions", ["entry_id"], unique=False)
    op.create_index(op.f("ix_contributions_person_id"), "contributions", ["person_id"], unique=False)


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column(
            "verdict", sa.Enum("different", "related", name="verdict", native_enum=False, length=20), nullable=False
        ),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["entries.id"], name=op.f("fk_decisions_first_id")),
        sa.ForeignKeyConstraint(["second_id"], ["entries.id"], name=op.f("fk_decisions_second_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_decisions_first_id_second_id")),
    )
    op.create_index(op.f("ix_decisions_second_id"), "decisions", ["second_id"], unique=False)


def _memberships() -> None:
    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_memberships_entry_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_memberships_group_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sa.UniqueConstraint("group_id", "entry_id", name=op.f("uq_memberships_group_id_entry_id")),
    )
    op.create_index(op.f("ix_memberships_entry_id"), "memberships", ["entry_id"], unique=False)


def _merges() -> None:
    op.create_table(
        "merges",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("taken", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_merges_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
    )
    op.create_index(op.f("ix_merges_entry_id"), "merges", ["entry_id"], unique=False)


def _taggings() -> None:
    op.create_table(
        "taggings",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("keyword_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_taggings_entry_id")),
        sa.ForeignKeyConstraint(["keyword_id"], ["keywords.id"], name=op.f("fk_taggings_keyword_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taggings")),
        sa.UniqueConstraint("keyword_id", "entry_id", name=op.f("uq_taggings_keyword_id_entry_id")),
    )
    op.create_index(op.f("ix_taggings_entry_id"), "taggings", ["entry_id"], unique=False)


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_texts("label text"),
        sa.Column(
            "kind",
            sa.Enum("citation", "commentary", "mixed", "empty", name="notekind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_notes_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
        sa.UniqueConstraint("article_id", "position", name=op.f("uq_notes_article_id_position")),
    )


def _citations() -> None:
    op.create_table(
        "citations",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column(
            "form", sa.Enum("full", "short", "ibid", name="citationform", native_enum=False, length=20), nullable=False
        ),
        sa.Column(
            "relation",
            sa.Enum(
                "cites",
                "see",
                "see-also",
                "quoted-in",
                "quoted-source",
                name="citationrelation",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_citations_entry_id")),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_citations_note_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citations")),
    )
    op.create_index(op.f("ix_citations_entry_id"), "citations", ["entry_id"], unique=False)
    op.create_index(op.f("ix_citations_note_id"), "citations", ["note_id"], unique=False)


def _texts(names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names.split()]

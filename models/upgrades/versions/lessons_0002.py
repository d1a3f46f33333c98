"""What the user's corrections teach."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the table of lessons."""
    kinds = sa.Enum("work", "citation", "no citation", name="teaching", native_enum=False, length=20)
    op.create_table(
        "lessons",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("taught", kinds, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("work", sa.JSON(), nullable=False),
        sa.Column("was", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lessons")),
    )

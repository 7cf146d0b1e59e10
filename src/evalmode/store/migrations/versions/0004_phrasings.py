"""Words that a candidate taught the grader for a key point."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from evalmode.store.tables import UtcTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "phrasings",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("item_id", sa.String(length=200), nullable=False),
        sa.Column("point_id", sa.String(length=100), nullable=False),
        sa.Column("phrase", sa.String(length=300), nullable=False),
        sa.Column("attempt_id", sa.String(length=64), nullable=False),
        sa.Column("learnt_at", UtcTime(), nullable=False),
        sa.Column("removed_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["learner_id", "attempt_id"],
            ["attempts.learner_id", "attempts.id"],
            name=op.f("fk_phrasings_attempts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("learner_id", "item_id", "point_id", "phrase", name=op.f("pk_phrasings")),
    )
    op.create_index(op.f("ix_phrasings_learner_id_attempt_id"), "phrasings", ["learner_id", "attempt_id"])

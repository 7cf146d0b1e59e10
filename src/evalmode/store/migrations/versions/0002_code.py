"""The coding room: what only submissions have, programs being typed, and how far each problem got."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from evalmode.store.tables import UtcTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; nothing that was there changes."""
    op.create_table(
        "code_attempts",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("attempt_id", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=100), nullable=False),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("revealed", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(length=100), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("ratio", sa.Double(), nullable=True),
        sa.Column("judgement", sa.JSON(), nullable=True),
        sa.Column("judged_at", UtcTime(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'judged', 'given_up')", name=op.f("ck_code_attempts_state")),
        sa.ForeignKeyConstraint(
            ["learner_id", "attempt_id"],
            ["attempts.learner_id", "attempts.id"],
            name=op.f("fk_code_attempts_attempts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("learner_id", "attempt_id", name=op.f("pk_code_attempts")),
    )
    op.create_table(
        "code_drafts",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("item_id", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("saved_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_code_drafts_learners"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner_id", "item_id", name=op.f("pk_code_drafts")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE code_drafts SET (fillfactor = 50)")
    op.create_table(
        "code_rounds",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("item_id", sa.String(length=200), nullable=False),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("begun_at", UtcTime(), nullable=True),
        sa.Column("revealed_at", UtcTime(), nullable=True),
        sa.Column("finished_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_code_rounds_learners"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner_id", "item_id", name=op.f("pk_code_rounds")),
    )

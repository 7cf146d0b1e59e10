"""What only programs had is also for drawings: submissions, what is being made of an item, and rounds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from evalmode.store.tables import UtcTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_RENAMED = {"code_attempts": "submissions", "code_drafts": "item_drafts", "code_rounds": "rounds"}


def upgrade() -> None:
    """Make the tables under their new names, carry every row over, and drop the old ones."""
    op.create_table(
        "submissions",
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
        sa.CheckConstraint("state IN ('waiting', 'judged', 'given_up')", name=op.f("ck_submissions_state")),
        sa.ForeignKeyConstraint(
            ["learner_id", "attempt_id"],
            ["attempts.learner_id", "attempts.id"],
            name=op.f("fk_submissions_attempts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("learner_id", "attempt_id", name=op.f("pk_submissions")),
    )
    op.create_table(
        "item_drafts",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("item_id", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("saved_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_item_drafts_learners"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner_id", "item_id", name=op.f("pk_item_drafts")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE item_drafts SET (fillfactor = 50)")
    op.create_table(
        "rounds",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("item_id", sa.String(length=200), nullable=False),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("begun_at", UtcTime(), nullable=True),
        sa.Column("revealed_at", UtcTime(), nullable=True),
        sa.Column("finished_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(["learner_id"], ["learners.id"], name=op.f("fk_rounds_learners"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "item_id", name=op.f("pk_rounds")),
    )
    for old, new in _RENAMED.items():
        op.execute(f"INSERT INTO {new} SELECT * FROM {old}")  # noqa: S608 - names of ours, columns in the same order
        op.drop_table(old)

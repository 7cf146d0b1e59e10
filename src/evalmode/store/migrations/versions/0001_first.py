"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from evalmode.store.tables import UtcTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "learners",
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learners")),
    )
    op.create_table(
        "cards",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("item_id", sa.String(length=200), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("stability", sa.Double(), nullable=True),
        sa.Column("difficulty", sa.Double(), nullable=True),
        sa.Column("due", UtcTime(), nullable=False),
        sa.Column("last_review", UtcTime(), nullable=True),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learners.id"], name=op.f("fk_cards_learners"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "item_id", name=op.f("pk_cards")),
    )
    op.create_table(
        "sessions",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=100), nullable=False),
        sa.Column("mode", sa.String(length=100), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("request", sa.JSON(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("finished_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(["learner_id"], ["learners.id"], name=op.f("fk_sessions_learners"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "id", name=op.f("pk_sessions")),
    )
    op.create_table(
        "settings",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("saved_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learners.id"], name=op.f("fk_settings_learners"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", name=op.f("pk_settings")),
    )
    op.create_table(
        "turns",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item_id", sa.String(length=200), nullable=False),
        sa.Column("part", sa.String(length=100), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=100), nullable=False),
        sa.Column("asked_at", UtcTime(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'asked', 'answered', 'skipped')", name=op.f("ck_turns_state")),
        sa.ForeignKeyConstraint(
            ["learner_id", "session_id"],
            ["sessions.learner_id", "sessions.id"],
            name=op.f("fk_turns_sessions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("learner_id", "session_id", "position", name=op.f("pk_turns")),
    )
    op.create_table(
        "attempts",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=True),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("item_id", sa.String(length=200), nullable=False),
        sa.Column("part", sa.String(length=100), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("carried", sa.Text(), nullable=False),
        sa.Column("late_text", sa.Text(), nullable=True),
        sa.Column("spoken", sa.Boolean(), nullable=False),
        sa.Column("seconds_allotted", sa.Integer(), nullable=False),
        sa.Column("seconds_used", sa.Double(), nullable=False),
        sa.Column("answered_at", UtcTime(), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.CheckConstraint("seconds_used >= 0", name=op.f("ck_attempts_seconds_used")),
        sa.ForeignKeyConstraint(
            ["learner_id", "session_id", "position"],
            ["turns.learner_id", "turns.session_id", "turns.position"],
            name=op.f("fk_attempts_turns"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["learner_id"], ["learners.id"], name=op.f("fk_attempts_learners"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "id", name=op.f("pk_attempts")),
    )
    op.create_index(op.f("ix_attempts_learner_id_answered_at"), "attempts", ["learner_id", "answered_at"], unique=False)
    op.create_index(op.f("ix_attempts_learner_id_item_id"), "attempts", ["learner_id", "item_id"], unique=False)
    op.create_index(
        op.f("ix_attempts_learner_id_session_id_position"),
        "attempts",
        ["learner_id", "session_id", "position"],
        unique=True,
    )
    op.create_table(
        "drafts",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("saved_at", UtcTime(), nullable=True),
        sa.Column("in_time_until", UtcTime(), nullable=True),
        sa.Column("in_time_text", sa.Text(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id", "session_id", "position"],
            ["turns.learner_id", "turns.session_id", "turns.position"],
            name=op.f("fk_drafts_turns"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("learner_id", "session_id", "position", name=op.f("pk_drafts")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE drafts SET (fillfactor = 50)")
    op.create_table(
        "grades",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("attempt_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("verdict", sa.JSON(), nullable=False),
        sa.Column("grader", sa.Text(), nullable=False),
        sa.Column("graded_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id", "attempt_id"],
            ["attempts.learner_id", "attempts.id"],
            name=op.f("fk_grades_attempts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("learner_id", "attempt_id", "number", name=op.f("pk_grades")),
    )
    op.create_table(
        "overrides",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("attempt_id", sa.String(length=64), nullable=False),
        sa.Column("point_id", sa.String(length=100), nullable=False),
        sa.Column("said", sa.Boolean(), nullable=False),
        sa.Column("said_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id", "attempt_id"],
            ["attempts.learner_id", "attempts.id"],
            name=op.f("fk_overrides_attempts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("learner_id", "attempt_id", "point_id", name=op.f("pk_overrides")),
    )
    op.create_table(
        "reviews",
        sa.Column("learner_id", sa.String(length=100), nullable=False),
        sa.Column("attempt_id", sa.String(length=64), nullable=False),
        sa.Column("item_id", sa.String(length=200), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("seconds_allotted", sa.Integer(), nullable=False),
        sa.Column("seconds_used", sa.Double(), nullable=False),
        sa.Column("desired_retention", sa.Double(), nullable=False),
        sa.Column("reviewed_at", UtcTime(), nullable=False),
        sa.Column("undone_at", UtcTime(), nullable=True),
        sa.CheckConstraint("rating BETWEEN 1 AND 4", name=op.f("ck_reviews_rating")),
        sa.ForeignKeyConstraint(
            ["learner_id", "attempt_id"],
            ["attempts.learner_id", "attempts.id"],
            name=op.f("fk_reviews_attempts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("learner_id", "attempt_id", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_learner_id_item_id"), "reviews", ["learner_id", "item_id"], unique=False)

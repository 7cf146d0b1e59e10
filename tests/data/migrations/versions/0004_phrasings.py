"""Stands for the fourth schema, which the database has already."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Never called."""
    raise AssertionError

"""Stands for the first schema, which the database has already."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Never called."""
    raise AssertionError

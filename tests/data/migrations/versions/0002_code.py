"""Stands for the second schema, which the database has already."""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Never called."""
    raise AssertionError

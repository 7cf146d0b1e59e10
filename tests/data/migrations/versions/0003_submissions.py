"""Stands for the third schema, which the database has already."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Never called."""
    raise AssertionError

"""A migration that changes something and then fails."""

import sqlalchemy as sa
from alembic import op

revision = "fails"
down_revision = "9999"


def upgrade() -> None:
    """Leave a mess, if it were not for the transaction."""
    op.create_table("mess", sa.Column("id", sa.Integer()))
    raise ZeroDivisionError

"""What a later schema may do: a new column in a table that has rows."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "0004"


def upgrade() -> None:
    """Give everybody a motto."""
    with op.batch_alter_table("learners") as learners:
        learners.add_column(sa.Column("motto", sa.Text(), nullable=False, server_default=""))

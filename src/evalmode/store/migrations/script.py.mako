"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from evalmode.store.tables import UtcTime
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    """Go forward; there is no way back but the copy that was made before."""
    ${upgrades if upgrades else "pass"}

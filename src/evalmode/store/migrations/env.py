"""Alembic's entry: the migrations run on the connection, and in the transaction, of whoever asked for them."""

from __future__ import annotations

from alembic import context

from evalmode.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by building it anew
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()

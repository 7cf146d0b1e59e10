"""How an older database becomes a newer one; run by ``store.schema`` when a database is opened."""

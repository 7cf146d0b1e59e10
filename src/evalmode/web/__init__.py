"""The local HTTP server: the API under ``/api/v1`` and the built front end."""

from __future__ import annotations

__all__: list[str] = []

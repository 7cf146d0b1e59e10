"""What the learner chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from evalmode.core import clean_text
from evalmode.practice.values import Settings
from evalmode.store import SettingsRecord, Work

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice

_TYPED = ("whisper_folder", "python", "llm_model")
"""Settings that are typed freely."""


def get_settings(p: Practice) -> Settings:
    """The learner's settings; defaults where nothing was chosen."""
    with p.store.read(p.learner) as work:
        return read_settings(work)


def put_settings(p: Practice, settings: Settings) -> Settings:
    """Keep these settings, all of them, and return them as they are kept."""
    texts = {name: clean_text(getattr(settings, name), limit=4_096).strip() for name in _TYPED}
    kept = settings.model_copy(update=texts)
    with p.store.write(p.learner) as work:
        work.settings.put([SettingsRecord(kept.model_dump(mode="json"), p.clock.now())])
    return kept


def read_settings(work: Work) -> Settings:
    """The settings within a transaction; what another version wrote and this one cannot use becomes its default."""
    record = work.settings.get()
    document = dict(record.document) if record else {}
    known = {name: value for name, value in document.items() if name in Settings.model_fields}
    while True:
        try:
            return Settings.model_validate(known)
        except ValidationError as error:
            for detail in error.errors():
                known.pop(str(detail["loc"][0]), None)

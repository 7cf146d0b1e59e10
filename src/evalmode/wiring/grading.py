"""The grader that the settings name, at the moment an answer comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import EvalmodeError
from evalmode.practice.settings import read_settings
from evalmode.wiring.warming import WarmingGrader

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalmode.answers import Grader
    from evalmode.core import Gradable, Grade
    from evalmode.practice.values import Settings
    from evalmode.store import Store


class ChosenGrader:
    """Grades on this machine, or with the model that the settings name; another choice takes effect at once.

    Args:
        offline: The grader on this machine.
        settings: Says what is chosen now.
    """

    def __init__(self, offline: Grader, settings: Callable[[], Settings]) -> None:
        self.offline = offline
        self._settings = settings

    @property
    def name(self) -> str:
        """Name and version of the grader that would judge now."""
        return self._chosen().name

    def grade(self, question: Gradable, answer: str) -> Grade:
        """Judge one answer; see :class:`evalmode.answers.Grader`.

        Raises:
            UnavailableError: The grader on this machine is needed, and its files are damaged or missing.
        """
        return self._chosen().grade(question, answer)

    def warm(self, question: Gradable) -> None:
        """Prepare the grader on this machine; no model is asked before there is an answer.

        Raises:
            UnavailableError: Its files are damaged or missing.
        """
        self.offline.warm(question)

    def _chosen(self) -> Grader:
        try:
            settings = self._settings()
        except EvalmodeError:  # where nothing can be read, nobody is known to have agreed to anything
            return self.offline
        return grader_of(settings, self.offline)


def grader_of(settings: Settings, offline: Grader) -> Grader:
    """The grader that these settings name; the one on this machine unless a model is chosen, with address and name."""
    if settings.grader != "llm" or not settings.llm_url or not settings.llm_model:
        return offline
    from evalmode.answers.llm.endpoint import Endpoint
    from evalmode.answers.llm.grader import ModelGrader

    endpoint = Endpoint(
        protocol=settings.llm_protocol,
        address=settings.llm_url,
        model=settings.llm_model,
        key_variable=settings.llm_key_variable,
        seconds=settings.llm_seconds,
    )
    return ModelGrader(endpoint, offline)


def offline_part(grader: Grader) -> Grader:
    """The grader on this machine that a practice's grader stands on."""
    if isinstance(grader, WarmingGrader):
        grader = grader.grader
    return grader.offline if isinstance(grader, ChosenGrader) else grader


def settings_reader(store: Store, learner: str) -> Callable[[], Settings]:
    """Says what a learner has chosen, whenever it is called."""

    def settings() -> Settings:
        with store.read(learner) as work:
            return read_settings(work)

    return settings

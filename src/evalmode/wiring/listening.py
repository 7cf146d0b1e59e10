"""Turning speech into text on this machine, with faster-whisper and a model that the user has put in a local folder."""

from __future__ import annotations

import io
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evalmode.core import InputError, UnavailableError, clean_text
from evalmode.practice import get_settings
from evalmode.practice.values import VoiceStatus

if TYPE_CHECKING:
    from evalmode.practice import Practice

_NEEDED = ("model.bin", "config.json")
_TYPED = "Typing works everywhere, and so does the browser's own recogniser where it has one."


class WhisperListener:
    """Listens with the model folder that the settings name. The model is loaded by the first recording, then kept.

    Args:
        practice: Whose settings name the folder.
    """

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._lock = threading.Lock()
        self._loaded: tuple[Path, Any] | None = None

    def status(self) -> VoiceStatus:
        """Whether it works here, and if not, what to do about it."""
        try:
            folder = self._folder()
        except UnavailableError as error:
            return VoiceStatus(whisper=False, says=f"{error} {_TYPED}")
        return VoiceStatus(whisper=True, says=f"Speech is turned into text on this machine, by the model in {folder}.")

    def transcribe(self, audio: bytes, vocabulary: tuple[str, ...] = ()) -> str:
        """The words of a recording in any common container format.

        Args:
            audio: The recording.
            vocabulary: Words that are likely to be said and hard to hear; never the expected answer.

        Raises:
            UnavailableError: Nothing here can transcribe.
            InputError: The recording cannot be read.
        """
        folder = self._folder()
        with self._lock:  # one model, and it uses all cores
            model = self._model(folder)
            try:
                segments, _ = model.transcribe(
                    io.BytesIO(audio),
                    language="en",
                    vad_filter=False,
                    condition_on_previous_text=False,
                    hotwords=", ".join(vocabulary) or None,
                )
                text = " ".join(segment.text.strip() for segment in segments)
            except Exception as error:  # the decoder's errors share no parent
                raise InputError(
                    "The recording cannot be read.", hint="Record it again, or type the answer."
                ) from error
        return clean_text(text).strip()

    def _folder(self) -> Path:
        named = get_settings(self._practice).whisper_folder
        if find_spec("faster_whisper") is None:
            raise UnavailableError("faster-whisper is not installed.", hint="pip install 'evalmode[voice]'")
        if not named:
            raise UnavailableError("No speech model is chosen.", hint="Name its folder in the settings.")
        folder = Path(named).expanduser()
        missing = [name for name in _NEEDED if not (folder / name).is_file()]
        if missing:
            raise UnavailableError(
                f"The speech model in {folder} has no {' and no '.join(missing)}.",
                hint="Choose a folder with a converted faster-whisper model.",
            )
        return folder

    def _model(self, folder: Path) -> Any:  # noqa: ANN401 - an optional package's class
        if self._loaded is None or self._loaded[0] != folder:
            from faster_whisper import WhisperModel

            try:
                model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)
            except (RuntimeError, ValueError, OSError) as error:
                raise UnavailableError(
                    f"The speech model in {folder} cannot be loaded.", hint="Download it again."
                ) from error
            self._loaded = folder, model
        return self._loaded[1]

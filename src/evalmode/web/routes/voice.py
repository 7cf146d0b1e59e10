"""Speech: what can listen here, and turning a recording into text."""

from typing import Annotated

from fastapi import APIRouter, Query, UploadFile
from pydantic import BaseModel

from evalmode.practice.values import VoiceStatus
from evalmode.web.deps import ServicesDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, prefix="/voice", tags=["voice"])


class Transcript(BaseModel):
    """What was heard; shown to the candidate for editing before it is graded."""

    text: str


@router.get("")
def voice_status(services: ServicesDep) -> VoiceStatus:
    """Whether speech can be turned into text on this machine."""
    return services.listener.status()


@router.post("/transcriptions")
def transcribe(
    services: ServicesDep,
    file: UploadFile,
    item: Annotated[str, Query(max_length=200, description="The item asked; its topic's words are listened for.")] = "",
) -> Transcript:
    """The words of a recording of at most 25 MB."""
    vocabulary = getattr(services.practice.bank.get(item), "vocabulary", ()) if item else ()
    return Transcript(text=services.listener.transcribe(file.file.read(), vocabulary))

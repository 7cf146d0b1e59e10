"""The learner's data: take it along, bring it back, delete it."""

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from fastapi import APIRouter, UploadFile
from fastapi.responses import FileResponse, Response, StreamingResponse
from pydantic import BaseModel, ConfigDict
from starlette.background import BackgroundTask

from evalmode import practice
from evalmode.core import InputError
from evalmode.practice.values import Erased, ImportReport
from evalmode.web.deps import PracticeDep
from evalmode.web.requests import TolerantRoute

router = APIRouter(route_class=TolerantRoute, tags=["data"])

_JSONL, _CSV, _APKG = "application/jsonl", "text/csv", "application/octet-stream"


class EraseRequest(BaseModel):
    """A confirmation that nobody gives by accident."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    confirm: Literal["erase everything"]


@router.get(
    "/export.jsonl",
    response_class=StreamingResponse,
    responses={200: {"content": {_JSONL: {"schema": {"type": "string"}}}, "description": "One JSON document a line"}},
)
def export_jsonl(p: PracticeDep) -> StreamingResponse:
    """Everything that was practised, as JSON Lines; importing it elsewhere gives the same state."""
    return StreamingResponse(_lines(practice.export_lines(p)), media_type=_JSONL, headers=_download("evalmode.jsonl"))


@router.get(
    "/export.csv",
    response_class=Response,
    responses={200: {"content": {_CSV: {"schema": {"type": "string"}}}, "description": "One attempt a row"}},
)
def export_csv(p: PracticeDep) -> Response:
    """All attempts as a table."""
    return Response(practice.export_csv(p), media_type=_CSV, headers=_download("evalmode.csv"))


@router.get(
    "/export.apkg",
    response_class=FileResponse,
    responses={
        200: {
            "content": {_APKG: {"schema": {"type": "string", "format": "binary"}}},
            "description": "A deck of cards for Anki",
        }
    },
)
def export_apkg(p: PracticeDep) -> FileResponse:
    """The questions as a deck of Anki cards."""
    folder = tempfile.TemporaryDirectory(prefix="evalmode-")
    path = Path(folder.name) / "evalmode.apkg"
    practice.export_apkg(p, path)
    return FileResponse(path, media_type=_APKG, filename=path.name, background=BackgroundTask(folder.cleanup))


@router.post("/import")
def import_data(p: PracticeDep, file: UploadFile) -> ImportReport:
    """Bring an export back; what is there already stays as it is."""
    try:
        return practice.import_lines(p, io.TextIOWrapper(file.file, encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(
            "The file is not UTF-8 text.", hint="Choose a .jsonl file that evalmode export has written."
        ) from error


@router.post("/erase")
def erase(p: PracticeDep, request: EraseRequest) -> Erased:  # noqa: ARG001 - its validation is the confirmation
    """Delete everything that was practised on this machine."""
    return practice.erase(p)


def _lines(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n"


def _download(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}

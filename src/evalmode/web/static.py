"""The built front end: hashed assets that may be kept for ever, and one page for every other path.

Scripts and style sheets lie in the package packed (``name.gz``), and are sent so; whoever cannot unpack them gets them
unpacked.
"""

from __future__ import annotations

import gzip
import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

import anyio.to_thread
from starlette.datastructures import Headers
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response

from evalmode.web.errors import error_response
from evalmode.web.security import API

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

BUILT = Path(__file__).parent / "static"
NONCE_PLACEHOLDER = "__CSP_NONCE__"
_ASSETS = "assets/"
_PACKED = ".gz"


class FrontEnd:
    """Serves a folder that Vite has built.

    Args:
        folder: Where ``index.html`` lies; the folder in the package where None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = (folder or BUILT).resolve()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await anyio.to_thread.run_sync(self._respond, scope)
        await response(scope, receive, send)

    def _respond(self, scope: Scope) -> Response:
        path = str(scope["path"])
        if path.startswith(API):
            return error_response(404, "not_found", f"There is nothing at {path}.")
        if scope["method"] not in {"GET", "HEAD"}:
            return error_response(405, "method_not_allowed", f"{scope['method']} is not possible at {path}.")
        name = path.lstrip("/")
        file = self._find(name)
        if file is not None:
            return self._file(file, name, Headers(scope=scope))
        if name.startswith(_ASSETS):
            return error_response(404, "not_found", f"There is nothing at {path}.")
        return self._page(str(scope["state"]["nonce"]))

    def _find(self, name: str) -> Path | None:
        """The file of that name, packed or not, if it lies in the folder and is not the page itself."""
        if not name or name == "index.html" or "\0" in name or any(part.startswith(".") for part in name.split("/")):
            return None
        try:
            files = ((self._folder / each).resolve() for each in (name, name + _PACKED))
            return next((file for file in files if file.is_relative_to(self._folder) and file.is_file()), None)
        except OSError:  # a name that is longer than the file system takes
            return None

    def _file(self, file: Path, name: str, headers: Headers) -> Response:
        caching = "public, max-age=31536000, immutable" if name.startswith(_ASSETS) else "no-cache"
        answer = {"Cache-Control": caching, "Vary": "Accept-Encoding"}
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if file.suffix != _PACKED:
            return FileResponse(file, headers=answer, media_type=media_type)
        accepted = {part.split(";")[0].strip() for part in headers.get("accept-encoding", "").split(",")}
        if "gzip" in accepted:
            return FileResponse(file, headers={**answer, "Content-Encoding": "gzip"}, media_type=media_type)
        return Response(gzip.decompress(file.read_bytes()), headers=answer, media_type=media_type)

    def _page(self, nonce: str) -> Response:
        try:
            html = (self._folder / "index.html").read_text(encoding="utf-8")
        except OSError:
            return PlainTextResponse(
                "The front end was not built. Run `make setup` in evalmode's folder, then reload this page.\n",
                status_code=503,
            )
        return HTMLResponse(html.replace(NONCE_PLACEHOLDER, nonce), headers={"Cache-Control": "no-store"})

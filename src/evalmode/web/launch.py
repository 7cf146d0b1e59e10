"""From the program's choices to a running server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.web.deps import Services
from evalmode.web.server import listen, serve
from evalmode.wiring import WhisperListener, build_practice, close_practice, look_about, warm_judge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def launch(
    *,
    packs: Sequence[Path],
    data: Path | None,
    host: str,
    port: int | None,
    open_browser: bool,
    announce: Callable[[str], None],
) -> None:
    """Join the parts and serve until interrupted.

    Args:
        packs: Folders of content packs besides the installed ones.
        data: Folder of the user's data; None for the platform's own place.
        host: An address of the loopback interface.
        port: The port to use; None for the usual one or a free one.
        open_browser: Whether to open the user's browser.
        announce: Called once with the address, as soon as requests are answered.

    Raises:
        BankError: A pack is broken.
        StorageError: The database cannot be opened.
        InputError: The port is taken, or the host is not this machine's own loopback.
    """
    listening = listen(host, port)
    with listening:
        p = build_practice(data, packs=packs)
        services = Services(p, WhisperListener(p), lambda: look_about(p), lambda: close_practice(p))
        warm_judge(p)
        serve(services, listening, announce=announce, open_browser=open_browser)

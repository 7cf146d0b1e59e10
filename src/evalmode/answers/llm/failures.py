"""What can keep a model from judging; every case ends with the built-in grader and one sentence that says so."""

from __future__ import annotations


class ModelFailedError(Exception):
    """The model did not judge.

    Its text never holds a key, an answer, or words of the server: those may repeat the one or the other.

    Args:
        says: What happened, to follow "Your model at HOST".
    """

    def __init__(self, says: str) -> None:
        super().__init__(says)
        self.says = says


class TooLateError(ModelFailedError):
    """The time that the settings allow is over."""

    def __init__(self) -> None:
        super().__init__("did not answer in time")


_STATUS = {
    400: "did not accept the request (HTTP 400)",
    401: "refused the key (HTTP 401)",
    403: "refused the key (HTTP 403)",
    404: "knows no such address or model (HTTP 404)",
    429: "is asked too often (HTTP 429)",
}


def refused(status: int) -> ModelFailedError:
    """The failure that an HTTP status tells."""
    if 300 <= status < 400:
        return ModelFailedError(f"wants to send the answer elsewhere (HTTP {status}), which evalmode does not follow")
    return ModelFailedError(_STATUS.get(status, f"failed (HTTP {status})"))

"""evalmode: practise for a deep-learning interview, and have what you said, drew and built checked."""

from evalmode._version import __version__

__all__ = ["__version__"]

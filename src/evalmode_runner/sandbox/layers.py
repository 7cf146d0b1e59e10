"""The names of the layers, and the plan that says which of them are put on."""

from __future__ import annotations

from dataclasses import dataclass

LAYERS = {
    "namespaces": "its own process ids, network, inter-process objects and host name",
    "tree": "a read-only root folder with Python and the libraries, and nothing else of this machine",
    "box": "a private folder in memory, limited in size and number of files",
    "landlock": "the kernel's file rules: reads what the libraries need, writes in its folder",
    "seccomp": "a filter on system calls: no network, no programs, no processes, no threads",
    "privileges": "no capability, no way to gain one, another user than root",
    "rlimits": "limits on processor time, size of files, descriptors, stack and address space",
    "memory": "its memory is watched from outside",
    "descriptors": "no open file of the parent",
    "environment": "no variable of the parent, neither in Python nor in memory",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """Which layers are put on, and how.

    Args:
        layers: Their names.
        user_namespace: Whether the namespaces need one for users around them, as they do for all but root.
    """

    layers: frozenset[str] = frozenset()
    user_namespace: bool = False

    def has(self, layer: str) -> bool:
        """Whether a layer is put on."""
        return layer in self.layers

"""Drawing an example: sizes, choices and tensors, each from its own stream.

So one of them can be made simpler while the others stay as they are.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import torch

from evalmode_runner.values import non_contiguous

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Choice:
    """A size or choice that was drawn, and some simpler ones that could have been, the simplest first."""

    value: Any
    simpler: tuple[Any, ...]
    shown: Any = None
    """What a person is shown, where it is not the value: the option at that place."""


class Draw:
    """One example in the making.

    Args:
        seed: Everything that is drawn follows from it.
        dtype: Of floating-point tensors.
        strided: Whether tensors have gaps in memory.
        smallest: Whether every size and choice is the simplest there is.
        largest: Whether every size is the largest there is.
        roomy: Whether every size is in the upper half of its range, where nothing is trivial.
        index: Which of a check's examples it is: flags and choices take turns over them, so that each value comes up.
        fixed: Choices that are given instead of drawn.
    """

    def __init__(
        self,
        seed: int,
        dtype: torch.dtype = torch.float32,
        *,
        strided: bool = False,
        smallest: bool = False,
        largest: bool = False,
        roomy: bool = False,
        index: int = 0,
        fixed: Mapping[str, Any] | None = None,
    ) -> None:
        self.seed = seed
        self.dtype = dtype
        self.choices: dict[str, Choice] = {}
        self._strided = strided
        self._smallest, self._largest, self._roomy = smallest, largest, roomy
        self._index = index
        self._turns = 0
        self._fixed = fixed or {}

    @property
    def type_name(self) -> str:
        """The floating-point type by name, such as ``float32``."""
        return str(self.dtype).removeprefix("torch.")

    def size(self, name: str, low: int = 1, high: int = 5) -> int:
        """A whole number from low to high, both included; lower ones are simpler."""
        turn: int | None = None
        if self._largest:
            turn = high
        elif not self._smallest:
            least = (low + high + 1) // 2 if self._roomy else low
            turn = least + self._random(name, high - least + 1)
        return int(self._choose(name, range(low, high + 1), turn))

    def integer(self, name: str, low: int, high: int) -> int:
        """A whole number from low to high, both included; those near 0 are simpler."""
        if low >= 0 or high <= 0:
            return int(self._choose(name, range(low, high + 1) if low >= 0 else range(high, low - 1, -1)))
        return int(self._choose(name, sorted(range(low, high + 1), key=lambda value: (abs(value), value < 0))))

    def choice(self, name: str, options: Sequence[_T]) -> _T:
        """One of the options; the earlier, the simpler. Options are plain values or tuples of them."""
        turn = (self._index + zlib.crc32(name.encode())) % len(options)
        place = int(self._choose(name, range(len(options)), turn))
        self.choices[name] = replace(self.choices[name], shown=options[place])
        return options[place]

    def flag(self, name: str) -> bool:
        """True or false; false is simpler."""
        # Like the digits of a binary counter, so that combinations of flags come up as well.
        turn = (self._index >> self._turns) & 1
        self._turns += 1
        return bool(self._choose(name, (False, True), bool(turn)))

    def real(self, name: str, low: float, high: float) -> float:
        """A number between low and high."""
        return low + (high - low) * float(torch.rand((), generator=self.stream(name), dtype=torch.float64))

    def normal(self, name: str, *shape: int, scale: float = 1.0, mean: float = 0.0) -> torch.Tensor:
        """A tensor of normally distributed numbers in the example's type."""
        drawn = torch.randn(shape, generator=self.stream(name), dtype=torch.float64)
        return self._finish(mean + scale * drawn)

    def uniform(self, name: str, *shape: int, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        """A tensor of numbers between low and high in the example's type."""
        drawn = torch.rand(shape, generator=self.stream(name), dtype=torch.float64)
        return self._finish(low + (high - low) * drawn)

    def integers(self, name: str, *shape: int, low: int, high: int) -> torch.Tensor:
        """An int64 tensor of numbers from low to high, both included."""
        drawn = torch.randint(low, high + 1, shape, generator=self.stream(name))
        return non_contiguous(drawn) if self._strided else drawn

    def mask(self, name: str, *shape: int, chance: float = 0.5) -> torch.Tensor:
        """A bool tensor, each entry true with the given chance."""
        drawn = torch.rand(shape, generator=self.stream(name)) < chance
        return non_contiguous(drawn) if self._strided else drawn

    def permutation(self, name: str, count: int) -> torch.Tensor:
        """The numbers below count in random order."""
        return torch.randperm(count, generator=self.stream(name))

    def tensor(self, values: Any) -> torch.Tensor:
        """Given numbers as a tensor in the example's type."""
        return self._finish(torch.as_tensor(values, dtype=torch.float64))

    def stream(self, name: str) -> torch.Generator:
        """Random numbers that depend on the seed and the name alone."""
        return torch.Generator().manual_seed(self._number(name))

    def _finish(self, drawn: torch.Tensor) -> torch.Tensor:
        tensor = drawn.to(self.dtype)
        return non_contiguous(tensor) if self._strided else tensor

    def _choose(self, name: str, options: Sequence[Any], turn: Any = None) -> Any:
        if name in self._fixed and self._fixed[name] in options:
            value = self._fixed[name]
        elif self._smallest:
            value = options[0]
        elif turn is not None:
            value = turn
        else:
            value = options[self._random(name, len(options))]
        place = options.index(value)
        simpler = dict.fromkeys((options[0], options[place // 2], options[place - 1])) if place else ()
        self.choices[name] = Choice(value, tuple(simpler))
        return value

    def _random(self, name: str, count: int) -> int:
        return self._number(f"which {name}") % count

    def _number(self, name: str) -> int:
        """One of 2^48 numbers that depends on the seed and the name alone."""
        digest = hashlib.blake2b(f"{self.seed}/{name}".encode(), digest_size=6).digest()
        return int.from_bytes(digest, "big")

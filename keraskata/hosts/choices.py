"""What an instructor chooses for a host, in a file beside the kit there."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

PLACE = "choices.json"


@dataclass(frozen=True)
class Choices:
    """The instructor's choices: what counts, the seed, whether files are walled in, and Keras' backend.

    `points` is what the course gives for an exercise, where that is not the points of its checks.
    """

    exercises: list[str]
    points: Mapping[str, int]
    seed: int
    walls: bool
    backend: str

    @classmethod
    def read(cls, folder: Path) -> "Choices":
        """Read them from a folder. Raises OSError, ValueError and TypeError."""
        return cls.of((folder / PLACE).read_text(encoding="utf-8"))

    @classmethod
    def of(cls, text: str) -> "Choices":
        """Read them from their text. Raises ValueError and TypeError."""
        return cls(**json.loads(text))

    def text(self) -> str:
        """Return the text of the file."""
        return json.dumps(asdict(self), indent=1)

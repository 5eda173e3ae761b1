"""keraskata: exercises for Keras that grade themselves."""

from pathlib import Path

__version__ = "0.1.0"

_clone = Path(__file__).resolve().parent.parent
if (_clone / "datasets" / "cards.toml").is_file():
    # In a clone `keraskata.datasets` lies beside the engine, in a wheel inside it.
    __path__.append(str(_clone))

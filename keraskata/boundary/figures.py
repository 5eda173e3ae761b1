"""What matplotlib and seaborn have drawn, as a Picture."""

from dataclasses import asdict
from typing import Any

from keraskata.boundary import pictures
from keraskata.boundary.bounds import Reader, Readers
from keraskata.boundary.kinds import Packer


def takes(value: Any) -> bool:
    """Return whether `value` is a figure of matplotlib or seaborn, or belongs to one."""
    drawn = type(value).__module__.partition(".")[0] in ("matplotlib", "seaborn")
    return drawn and pictures.figure_of(value) is not None


def pack(value: Any, packer: Packer) -> dict[str, Any]:
    """Return the plain form of the figure's Picture."""
    return {"": "picture", "data": packer(asdict(pictures.picture(value)))}


def _read(plain: dict[str, Any], read: Reader) -> pictures.Picture:
    read.spend(1_000)
    data = read(plain["data"])
    for panel in data["panels"]:
        panel["lines"] = [pictures.Series2D(**line) for line in panel["lines"]]
        panel["points"] = [pictures.Points(**points) for points in panel["points"]]
    data["panels"] = [pictures.Panel(**panel) for panel in data["panels"]]
    return pictures.Picture(**data)


READERS: Readers = {"picture": _read}

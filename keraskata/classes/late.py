"""How late a submission is, and what that costs by the policy of a course."""

import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

EXAMPLE = "10% a day, at most 50%"
_POLICY = re.compile(r"(\d{1,3})\s*% (?:an?|per) (day|hour)(?:, at most (\d{1,3})\s*%)?")
_TENTH = timedelta(minutes=6)  # of an hour
_UTC, _BEFORE_ZONE = re.compile(r"\s*(?:UTC|GMT|Z)$"), re.compile(r"\s+(?=[+-])")
# Of zones that have a name only UTC is known; Python passes over a letter before a zone.
_NUMBERS = re.compile(r"[\d-]+(?:[T\s][\d:.,]+)?\s*(?:[+-][\d:.]+)?", re.ASCII)
_OF_BLACKBOARD = "%Y-%m-%d-%H-%M-%S"


@dataclass(frozen=True)
class Policy:
    """So many percent of the points earned for each day, or hour, that has begun; at most `most` percent."""

    percent: int = 0
    each: timedelta = timedelta(days=1)
    most: int = 100

    @classmethod
    def of(cls, text: object) -> "Policy":
        """Read a policy such as "10% a day, at most 50%". Raises ValueError."""
        found = _POLICY.fullmatch(text.strip()) if isinstance(text, str) else None
        if not found:
            raise ValueError(text)
        percent, most = int(found[1]), int(found[3] or 100)
        if max(percent, most) > 100:
            raise ValueError(text)
        return cls(percent, timedelta(days=1) if found[2] == "day" else timedelta(hours=1), most)

    def percent_of(self, late: timedelta) -> int:
        """Return the percent of the points that are taken off: at least 0, at most 100."""
        return min(-(-late // self.each) * self.percent, self.most) if late > timedelta() else 0


def moment(text: str, zone: tzinfo | None) -> datetime | None:
    """Return the time that a platform or nbgrader wrote; None if it says none.

    Blackboard's is taken to be in `zone`, since it names none; any other without a zone is in UTC, as nbgrader has it.
    """
    with contextlib.suppress(ValueError):
        return datetime.strptime(text, _OF_BLACKBOARD).replace(tzinfo=zone)
    with contextlib.suppress(ValueError):
        said = _UTC.sub("+00:00", text.strip())
        found = datetime.fromisoformat(_BEFORE_ZONE.sub("", said)) if _NUMBERS.fullmatch(said) else None
        return found if found is None or found.tzinfo else found.replace(tzinfo=UTC)
    return None


def lateness(due: datetime, extended: bool, policy: Policy, times: Iterable[str], marked: str) -> dict[str, Any]:
    """Return how late a submission is, as its record says it: see docs/result.schema.json.

    Of several `times` the last one counts. If there is none, or one cannot be read, nothing is taken off; `marked` is
    the platform that then only says that it is late, or "".
    """
    read = [moment(text, due.tzinfo) for text in times]
    last = max((each for each in read if each), default=None) if None not in read else None
    over = last - due if last else timedelta()
    return {
        "due": due.isoformat(),
        "extension": extended,
        "handed_in": last.isoformat() if last else "",
        "hours": max(-(-over // _TENTH), 0) / 10,
        "percent": policy.percent_of(over),
        "marked": marked if last is None else "",
    }

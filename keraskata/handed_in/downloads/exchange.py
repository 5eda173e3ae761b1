"""nbgrader's exchange, its folder `inbound`.

It has folders such as jdoe+s01_building_steps+2026-11-30 09:15:00.000000 UTC+a1b2; the last part may be missing. They
are made by processes of the students, who may call them as they like: whose one is, its owner says, as in nbgrader.
Source: `nbgrader.exchange.default.submit` and `collect`, there `check_owner`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from keraskata.handed_in.downloads.form import Entry, Handed, Layout
from keraskata.printable import quoted, shown_name

_WHEN = r"(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)[^+]*"
_NAME = re.compile(rf"(?P<who>.+)\+(?P<task>[^+]+)\+(?P<when>{_WHEN})(?:\+[^+]*)?", re.DOTALL | re.ASCII)
_AHEAD = timedelta(hours=15)  # of this machine's time in UTC: zones differ, and clocks


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    for entry, about in entries.items():
        if (found := _NAME.fullmatch(entry)) and about.is_folder:
            if wrong := _wrong(found["who"], found["time"], about):
                yield Handed("", entry, remark=f"{quoted([shown_name(entry)])} is nobody's: {wrong}.")
            else:
                yield Handed(found["who"], entry, task=found["task"], when=found["when"])


def _is_owned(entries: Mapping[str, Entry]) -> bool:
    """Return whether a folder of this form belongs to an account that could not call it as it likes: a true `inbound`.

    In no other layout students make folders; what they put beside their own must not make this one of those.
    """
    return any(_owner(about) for entry, about in entries.items() if about.is_folder and _NAME.fullmatch(entry))


def _owner(about: Entry) -> str | None:
    try:
        return about.owner()
    except OSError:
        return None


def _wrong(who: str, time: str, about: Entry) -> str:
    """Return why an entry does not count, or ""."""
    try:
        is_past = datetime.fromisoformat(time).replace(tzinfo=UTC) < datetime.now(UTC) + _AHEAD
    except ValueError:
        return "its time is no date"
    if not is_past:
        return "its time lies in the future"
    owner = _owner(about)
    if owner is None:
        return "its owner cannot be found out"
    if owner and owner != who:
        return f"its owner is the account {shown_name(owner)}, not {shown_name(who)}; see who handed it in"
    return ""


# Else whoever puts enough into a copy of `inbound` would have its folders read by their names alone.
LAYOUT = Layout("nbgrader's exchange", _handed, unmixed=True, certain=_is_owned)

"""nbgrader's exchange, its folder `inbound`.

It has folders such as jdoe+s01_building_steps+2026-11-30 09:15:00.000000 UTC+a1b2; the last part may be missing.
Source: `nbgrader.exchange.default.submit` and `collect`.
"""

import re
from collections.abc import Iterator, Mapping

from keraskata.handed_in.downloads.form import Entry, Handed, Layout

_WHEN = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^+]*"
_NAME = re.compile(rf"(?P<who>.+)\+(?P<task>[^+]+)\+(?P<when>{_WHEN})(?:\+[^+]*)?", re.DOTALL)


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    for entry, about in entries.items():
        if (found := _NAME.fullmatch(entry)) and about.is_folder:
            yield Handed(found["who"], entry, task=found["task"], when=found["when"])


LAYOUT = Layout("nbgrader's exchange", _handed)

"""GitHub Classroom, and clones by hand: a folder with clones such as sigmoid-janedoe, all of which begin alike.

Source: docs.github.com, "gh classroom clone student-repos".
"""

from collections.abc import Iterator, Mapping

from keraskata.handed_in.downloads.form import Entry, Handed, Layout, common_start


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    clones = [entry for entry, about in entries.items() if about.is_folder and ".git" in about.inside()]
    task = common_start(clones, "-")
    for entry in clones if task else ():
        yield Handed(entry.removeprefix(task), entry)


LAYOUT = Layout("GitHub Classroom", _handed)

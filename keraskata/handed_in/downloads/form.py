"""What a download holds, and what a layout says of it: each other file of this folder defines one as its LAYOUT."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from os.path import commonprefix

from keraskata.handed_in.parts import Part
from keraskata.printable import shown_name

# The names of files with text or a link that was typed in: Moodle's, Canvas', and what a layout calls others.
TYPED_IN = "typed in.txt"
TYPED = frozenset(("onlinetext.html", "text.html", "link.html", TYPED_IN))


@dataclass(frozen=True)
class Entry:
    """A folder or a file of a download; `inside` lists the names in a folder, `read` the file up to so many bytes.

    `owner` gives the account that a folder belongs to, "" where that says nothing of who handed it in.
    """

    part: Part
    is_folder: bool
    inside: Callable[[], Collection[str]]
    read: Callable[[int], bytes | None]
    owner: Callable[[], str] = lambda: ""


@dataclass(frozen=True)
class Handed:
    """An entry that has the layout's form, and that `student` handed in; "" where that is nobody, or not certain.

    `name` is the name that the student gave the file, "" for a folder. Of several attempts at one `task` the last one
    counts; `when` is its time as the platform writes it, which sorts them. `late` is a mark without a time. `remark` is
    a sentence for the instructor. An entry that the download lacks has one, and counts for nothing else.
    """

    student: str
    entry: str
    name: str = ""
    task: str = ""
    when: str = ""
    late: bool = False
    remark: str = ""


@dataclass(frozen=True)
class Layout:
    """The layout of one platform's downloads.

    `handed` yields which entry is whose, and leaves out what has another form. Students choose how the names of their
    files end: the form is that of how they begin. `beside` are the files that the platform adds for itself. `returned`
    gives the path of a file for a student, in an archive that the platform takes back; "" if it takes none. `unmixed`
    is whether its entries never lie among folders that are called like students. `certain` is whether something that no
    student can choose says that it is this layout, whatever else is there.
    """

    title: str
    handed: Callable[[Mapping[str, Entry]], Iterator[Handed]]
    beside: Collection[str] = ()
    returned: Callable[[Handed], str] = lambda handed: ""
    unmixed: bool = False
    certain: Callable[[Mapping[str, Entry]], bool] = lambda entries: False


def swallowed(task: str) -> str:
    """Return what to say where an assignment's name is known only by the letters that all names begin with."""
    said = "is what all names begin with, and taken for the assignment's"
    return f'"{shown_name(task)}" {said}: see that it holds no part of the students\' names.'


def common_start(names: Collection[str], mark: str) -> str:
    """Return how all of `names` begin, up to and with the last `mark`; of a single one all up to its last mark."""
    common = commonprefix([*names]) if len(names) > 1 else max(names, default="")  # noqa: RUF071  # these are no paths
    return common[: common.rfind(mark) + 1]

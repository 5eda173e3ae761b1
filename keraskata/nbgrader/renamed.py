"""For `nbgrader autograde`: notebooks that came back under another name, such as "sigmoid (1).ipynb"."""

from pathlib import Path

from traitlets.log import get_logger

from keraskata.bulk.plain_files import plain_file
from keraskata.handed_notebook import MAX_NOTEBOOK, exercise_of


def take_renamed(assignment: str, student: str, notebooks: list[str]) -> None:
    """nbgrader's pre_convert_hook: a notebook that says which exercise it was made for is graded as that.

    A copy under the right name is laid beside it and added to `notebooks`, unless there is one already.
    """
    for place in map(Path, list(notebooks)):
        try:
            content = plain_file(place.parent, (place.name,), MAX_NOTEBOOK) or b""
        except OSError:
            continue  # it is said where it is graded
        section, _, name = exercise_of(content).rpartition("/")
        right = place.with_name(f"{name}.ipynb")
        if name == Path(name).name != "" and section == place.parent.name and not right.exists():
            get_logger().warning("%s is taken for %s", place, right.name)
            right.write_bytes(content)
            notebooks.append(str(right))

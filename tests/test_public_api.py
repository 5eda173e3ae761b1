"""What others build on: what docs/authors.md promises is what is exported, and each name explains itself."""

import ast
import inspect
import re
from pathlib import Path
from types import ModuleType

from keraskata import expect, notebook
from keraskata.boundary.pictures import Panel, Picture, Points, Series2D
from keraskata.expect import inputs, neuron
from keraskata.subject.kept_object import KeptObject
from keraskata.subject.submission import Submission

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
TREES = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "graders").rglob("test_*.py"))]
LEARNERS_OWN = {"sigmoid", "build_model", "f"}  # functions of the page's examples


def named(owner: str) -> set[str]:
    """Return what the page names as an attribute of `owner`."""
    return set(re.findall(rf"\b{owner}\.(\w+)", PAGE))


def used(owner: str) -> set[str]:
    """Return what graders use as an attribute of `owner`."""
    attributes = (node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return {node.attr for node in attributes if isinstance(node.value, ast.Name) and node.value.id == owner}


def public(module: ModuleType) -> set[str]:
    """Return the names that a module has without an underscore, modules aside."""
    return {name for name, value in vars(module).items() if name[0] != "_" and not isinstance(value, ModuleType)}


def unexplained(owner: object, names: set[str]) -> set[str]:
    """Return those of the names that say nothing of themselves."""
    return {name for name in names if not inspect.getdoc(inspect.getattr_static(owner, name))}


def test_expectations_are_exactly_those_that_are_exported_and_described() -> None:
    assert public(expect) == set(expect.__all__) == named("expect")
    assert not unexplained(expect, set(expect.__all__))


def test_graders_use_nothing_else() -> None:
    assert used("expect") <= set(expect.__all__)
    allowed = {"keraskata", "keraskata.expect", "keraskata.datasets"}
    froms = (node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    modules = {node.module or "" for node in froms}
    ours = {name for name in modules if name.split(".")[0] == "keraskata" and not name.startswith("keraskata.datasets")}
    assert ours <= allowed


def test_notebooks_have_what_their_cells_import() -> None:
    assert set(notebook.__all__) == {"NotYet", "check", "hint", "solution"}
    assert not unexplained(notebook, set(notebook.__all__))


def test_the_submission_is_what_the_page_says() -> None:
    own = {name for name in vars(Submission) if not name.startswith("_")}
    assert named("submission") - LEARNERS_OWN == own
    assert not unexplained(Submission, own)


def test_what_stays_in_the_subject_is_what_the_page_says() -> None:
    assert {"attribute", "kind"} <= named("found")
    assert not unexplained(KeptObject, {"attribute"})


def test_pictures_have_what_the_page_names() -> None:
    [about] = re.findall(r"^`Picture`:.*?(?=\n\n)", PAGE, re.MULTILINE | re.DOTALL)
    fields = set(re.findall(r"`\.(\w+)`", about))
    assert {"kind", "panels", "svg", "lines", "points"} <= fields
    assert fields <= {name for part in (Picture, Panel, Series2D, Points) for name in part.__dataclass_fields__}


def test_the_neuron_is_what_the_page_says() -> None:
    assert named("neuron") <= public(neuron)
    assert not unexplained(neuron, {name for name in named("neuron") if name.islower()})


def test_the_spaces_of_inputs_are_what_the_page_says() -> None:
    own = {name for name in public(inputs) if getattr(getattr(inputs, name), "__module__", "") == inputs.__name__}
    assert named("inputs") == own | {"FLOATS", "WHOLE", "PLAIN", "COUNTS", "PIXELS"}
    assert used("inputs") <= named("inputs")
    assert not unexplained(inputs, own)


def test_types_are_for_everybody() -> None:
    assert (ROOT / "keraskata" / "py.typed").is_file()

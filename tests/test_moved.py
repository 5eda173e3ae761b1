"""What moved or went from older packages: code that breaks meets each row of the table, and is told it."""

import re
from pathlib import Path

import pytest
import test_causes
from older_code import GIVEN, OBJECTS, breaking
from test_causes import likely, told

from keraskata.subject import moved


@pytest.mark.parametrize("row", moved.rows().values(), ids=lambda row: row.old)
def test_each_row_is_met_by_code_that_breaks(tmp_path: Path, row: moved.Row) -> None:
    if row.library == "tensorflow":
        pytest.importorskip("tensorflow")
    for body in breaking(row):
        said = likely(tmp_path, body)
        assert row.new in said, f"{body}\n{said}"
        assert f" is from an older {moved.LIBRARIES[row.library]}: " in said


NEW_ARGUMENT = re.compile(r"write `(\w+)=`")


@pytest.mark.parametrize(
    "row",
    [row for row in moved.rows().values() if NEW_ARGUMENT.match(row.new) and "*" not in row.old],
    ids=lambda row: row.old,
)
def test_an_argument_that_is_told_to_be_written_is_taken(tmp_path: Path, row: moved.Row) -> None:
    old, new = row.old.rpartition("(")[2].rstrip(")"), NEW_ARGUMENT.match(row.new).group(1)
    for body in breaking(row):
        feedback = told(tmp_path, body.replace(f"{old}=", f"{new}="))
        assert not re.search(r"unexpected keyword|[Uu]nrecognized keyword|not recognized", str(feedback))


SPANS = re.compile(r"`([^`]+)`")
WORDS = (  # these are no code
    *("__init__", "accuracy", "adapt", "call", "compile", "fit", "set_weights", "split(rows)", "state_size"),
    *("next(...)", "training=False", "update_state", "val_accuracy"),
)
BROKEN = (AttributeError, NameError, ImportError, ModuleNotFoundError, SyntaxError)
NEEDED = """
import inspect, math, string, time, joblib, numpy, matplotlib
import scipy.datasets, scipy.differentiate, scipy.integrate, scipy.interpolate
import scipy.ndimage, scipy.optimize, scipy.signal, scipy.special, scipy.stats, sklearn.metrics, sklearn.impute
import pandas as pd, seaborn as sns, sklearn.utils
from PIL import Image
from sklearn.compose import *
from sklearn.inspection import *
from sklearn.metrics import *
from sklearn.multiclass import *
from sklearn.preprocessing import *
model = made()
history = model.fit(*train, verbose=0)
layer = keras.Sequential([keras.Input((5, 1)), keras.layers.LSTM(3)]).layers[0]
optimizer, variable = model.optimizer, keras.Variable(1.0)
x = a = b = bias = targets = predictions = keras.ops.ones((2, 2))
inputs = outputs = keras.Input((2,))
array, axes, axis, shape, rate, n, k, key = np.ones((2, 2)), (1, 0), 0, (2,), 0.1, 2, 1, 0
indices, value, function, gradients, variables, training = np.array([0]), 1.0, len, [], [], True
other = table = pandas.DataFrame({"a": [1]})
series, row, column, place, name, text = pandas.Series(pandas.date_range("2020", periods=2)), 0, "a", 0, "jet", "a"
font, image, figure = PIL.ImageFont.load_default(), PIL.Image.new("L", (3, 3)), plt.figure()
draw = PIL.ImageDraw.Draw(image)
"""


def spans() -> list[tuple[moved.Row, str]]:
    """All code that the table tells to write; arguments and the texts of styles are tried elsewhere."""
    found = [(row, span) for row in moved.rows().values() for span in SPANS.findall(row.new)]
    return [(row, span) for row, span in found if not re.fullmatch(r'\w+=|"[\w-]+"', span) and span not in WORDS]


@pytest.fixture(scope="module")
def names() -> dict[str, object]:
    found: dict[str, object] = {}
    exec(test_causes.GIVEN + GIVEN + NEEDED, found)
    return found


@pytest.mark.parametrize(("row", "span"), spans(), ids=lambda value: getattr(value, "old", value))
def test_what_is_told_to_be_written_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: dict[str, object], row: moved.Row, span: str
) -> None:
    if "tf." in span or "tensorflow" in span:
        names["tf"] = pytest.importorskip("tensorflow")
    monkeypatch.chdir(tmp_path)
    path = row.old.rpartition(".")[0]
    given = f"from {path} import *\n" if row.kind == "names" and row.library == "sklearn" else ""
    if row.kind == "methods" and path in OBJECTS:
        given += f"owner = {OBJECTS[path]}\n"
        span = f"owner.{span.removeprefix('.')}" if re.match(r"\.|\w+\((\w+=)?(\.\.\.)?\)$", span) else span
    elif span.startswith("."):
        span = f"table{span}"
    code = re.sub(r"from (\S+) import \.\.\.", r"import \1", span)
    try:
        exec(given + code, dict(names))
    except Exception as error:  # a value such as ... may be refused; what has the name must be there
        if type(error) in BROKEN and "ellipsis" not in str(error):
            raise

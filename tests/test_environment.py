"""What a verdict does not depend on: a user's environment, keras.json, and what another file has set."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PRINTS = "import {what}\n\ndef count(text):\n    print({shows})\n    return len(text.split())\n"
TRAINS = """
import keras
import numpy as np

def count(text):
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(loss="mse")
    epochs = len(model.fit(np.ones((4, 2)), np.ones(4), epochs=3, verbose=0).history["loss"])
    config = keras.config
    print(epochs, config.floatx(), config.epsilon(), config.image_data_format(), config.dtype_policy().name)
    return len(text.split())
"""
OURS = "3 float32 1e-07 channels_last float32"


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1", **environment},
        timeout=300,
    )


def graded(kit: Path, source: str, *options: str, **environment: str) -> dict[str, Any]:
    """The JSON of the second exercise, with `source` in its place."""
    (kit / "exercises/s01_words/count.py").write_text(source)
    ran = run(kit, "keraskata", "grade", "exercises/s01_words/count.py", *options, "--json", "-", **environment)
    assert ran.stdout, ran.stderr
    return dict(json.loads(ran.stdout)["exercises"][0])


def printed(kit: Path, source: str, **environment: str) -> list[str]:
    lines = graded(kit, source, "--fresh", **environment)["checks"][0]["printed"]
    assert lines, "the code did not run"
    return list(lines)


@pytest.mark.parametrize(
    "text",
    [
        '{"floatx": "float64"}',
        '{"floatx": "float16", "epsilon": 0.1, "image_data_format": "channels_first"}',
        '{"floatx": "double"}',
        '{"epsilon": 1}',
        "[",
        "\udcff",
        '{"backend": "abacus", "nnx_enabled": true}',
    ],
)
def test_keras_json_has_no_say(kit: Path, text: str) -> None:
    home = kit / "keras"
    home.mkdir()
    (home / "keras.json").write_text(text, errors="surrogateescape")
    assert printed(kit, TRAINS, KERAS_HOME=str(home)) == [OURS]
    assert (home / "keras.json").read_text(errors="surrogateescape") == text


def test_keras_caps_have_no_say(kit: Path) -> None:
    capped = {"KERAS_MAX_EPOCHS": "1", "KERAS_MAX_STEPS_PER_EPOCH": "x", "KERAS_TORCH_DEVICE": "meta"}
    assert printed(kit, TRAINS, **capped) == [OURS]


VARIABLES = {  # theirs, and ours
    "OMP_NUM_THREADS": ("7", "1"),
    "MKL_NUM_THREADS": ("7", "1"),
    "OPENBLAS_NUM_THREADS": ("7", "1"),
    "OMP_DYNAMIC": ("true", None),
    "TF_USE_LEGACY_KERAS": ("1", None),
    "TF_ENABLE_ONEDNN_OPTS": ("1", "0"),
    "XLA_FLAGS": ("--xla_cpu_enable_fast_math=true", None),
    "JAX_ENABLE_X64": ("1", None),
    "MPLBACKEND": ("TkAgg", "Agg"),
    "MATPLOTLIBRC": ("/nowhere", None),
    "NPY_DISABLE_CPU_FEATURES": ("AVX2", None),  # NumPy warns of it
    "SCIPY_ARRAY_API": ("1", None),
    "CUDA_VISIBLE_DEVICES": ("0", ""),
    "JAX_PLATFORMS": ("cuda", "cpu"),
}


@pytest.mark.parametrize("variables", [VARIABLES, {"PYTHONWARNINGS": ("error", None)}], ids=["many", "warnings"])
def test_environment_variables_have_no_say(kit: Path, variables: dict[str, tuple[str, str | None]]) -> None:
    shows = f"*(f'{{name}}={{os.environ.get(name)}}' for name in {list(variables)}), sep=chr(10)"
    theirs = {name: value for name, (value, _) in variables.items()}
    found = printed(kit, PRINTS.format(what="os", shows=shows), **theirs)
    assert found == [f"{name}={ours}" for name, (_, ours) in variables.items()]


def test_an_accelerator_is_used_where_it_is_asked_for(kit: Path) -> None:
    source = PRINTS.format(what="os", shows="os.environ.get('CUDA_VISIBLE_DEVICES')")
    graded(kit, source, CUDA_VISIBLE_DEVICES="0")
    verdict = graded(kit, source, CUDA_VISIBLE_DEVICES="0", KATA_ACCELERATOR="1")
    assert verdict["checks"][0]["printed"] == ["0"], "a verdict of the CPU's was taken"


def test_a_verdict_is_kept_whatever_has_no_say(kit: Path) -> None:
    graded(kit, TRAINS)
    before = set((kit / ".kata/verdicts").iterdir())
    graded(kit, TRAINS, OMP_NUM_THREADS="7", JAX_ENABLE_X64="1", KERAS_MAX_EPOCHS="1")
    assert set((kit / ".kata/verdicts").iterdir()) == before


def test_a_style_in_the_folder_has_no_say(kit: Path) -> None:
    (kit / "matplotlibrc").write_text("axes.grid: True\nlines.linewidth: 9\n")
    shows = "matplotlib.rcParams['lines.linewidth'], matplotlib.get_backend()"
    source = PRINTS.format(what="matplotlib.pyplot", shows=shows)
    assert printed(kit, source, MPLBACKEND="TkAgg") == ["1.5 Agg"]


SETTINGS = [  # how it is set, and what shows it
    ("keras.config.set_floatx('float64')", "keras.config.floatx()"),
    ("keras.config.set_epsilon(0.1)", "keras.config.epsilon()"),
    ("keras.config.set_dtype_policy('mixed_float16')", "keras.config.dtype_policy().name"),
    ("keras.config.set_image_data_format('channels_first')", "keras.config.image_data_format()"),
    ("keras.config.disable_interactive_logging()", "keras.config.is_interactive_logging_enabled()"),
    ("keras.config.disable_traceback_filtering()", "keras.config.is_traceback_filtering_enabled()"),
    ("keras.config.set_max_epochs(1)", "keras.config.max_epochs()"),
    ("numpy.set_printoptions(precision=1)", "numpy.get_printoptions()['precision']"),
    ("numpy.seterr(all='raise')", "numpy.geterr()['divide']"),
    ("pandas.set_option('display.precision', 1)", "pandas.get_option('display.precision')"),
    ("sklearn.set_config(transform_output='pandas')", "sklearn.get_config()['transform_output']"),
    ("matplotlib.pyplot.rc('lines', linewidth=9)", "matplotlib.rcParams['lines.linewidth']"),
]


def test_what_one_file_sets_ends_with_its_call(kit: Path) -> None:
    """At its top, and in its functions: the next call has a grading's settings, and so has the next file."""
    what = "keras, numpy, pandas, sklearn, matplotlib.pyplot"
    sets = [line for line, _ in SETTINGS]
    reads = PRINTS.format(what=what, shows=f"{', '.join(shows for _, shows in SETTINGS)}, sep=chr(10)")
    at_top = f"import {what}\n{chr(10).join(sets)}\n{reads}"
    expected = printed(kit, reads)
    assert len(expected) == len(SETTINGS)
    assert printed(kit, at_top) == expected
    within = printed(kit, reads.replace("    print", f"    {'; '.join(sets)}\n    print", 1))
    assert not [shows for (_, shows), now, then in zip(SETTINGS, within, expected, strict=True) if now == then]
    says = at_top.replace("count", "shout").replace("len(text.split())", "text.upper()")
    (kit / "exercises/s01_words/shout.py").write_text(says)
    (kit / "exercises/s01_words/count.py").write_text(reads)
    ran = run(kit, "keraskata", "grade", "exercises", "--fresh", "--json", "-")
    assert json.loads(ran.stdout)["exercises"][-1]["checks"][0]["printed"] == expected


def test_a_notebook_has_its_own_settings_again(tmp_path: Path) -> None:
    """Where a learner's own session grades: nothing of it is changed for good."""
    session = """
import os, keras, numpy, matplotlib
keras.config.set_floatx("float64")
keras.config.set_max_epochs(7)
numpy.set_printoptions(precision=2)
matplotlib.rcParams["lines.linewidth"] = 9
os.environ.update(OMP_NUM_THREADS="7", CUDA_VISIBLE_DEVICES="0", MPLBACKEND="svg", JAX_ENABLE_X64="1")
from keraskata import notebook
before = dict(os.environ)
from keraskata.backend import startup
with startup.visiting():
    startup.prepare()
    startup.start_keras()
    within = keras.config.floatx(), keras.config.max_epochs(), numpy.get_printoptions()["precision"]
    print(*within, os.environ["MPLBACKEND"], os.environ["CUDA_VISIBLE_DEVICES"], os.environ.get("JAX_ENABLE_X64"))
print(keras.config.floatx(), keras.config.dtype_policy().name, keras.config.max_epochs())
print(numpy.get_printoptions()["precision"], matplotlib.rcParams["lines.linewidth"], dict(os.environ) == before)
"""
    (tmp_path / "session.py").write_text(session)
    ran = subprocess.run([sys.executable, "session.py"], cwd=tmp_path, capture_output=True, text=True, timeout=100)
    assert ran.stdout.splitlines() == ["float32 None 8 Agg 0 None", "float64 float64 7", "2 9.0 True"], ran.stderr


def test_of_what_is_printed_only_the_progress_of_keras_is_left_out(kit: Path) -> None:
    source = """
import keras, numpy as np
def count(text):
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(loss="mse")
    for verbose in (1, 2):
        model.fit(np.ones((40, 2)), np.ones(40), batch_size=2, epochs=2, verbose=verbose)
    bar = keras.utils.Progbar(None)
    for step in range(3):
        bar.update(step)
    print()
    print("\\x1b[31mred\\x1b[0m and \\x1b[1;32mgreen\\x1b[m")
    print("abc\\x1b[2Jdef\\nnext")
    print("a\\x08b")
    print("0.5 loss/step ━")
    print("Epoch 1/2 was slow")
    return len(text.split())
"""
    assert printed(kit, source) == [
        "red and green",
        r"abc\x1b[2Jdef",
        "next",
        r"a\x08b",
        "0.5 loss/step ━",
        "Epoch 1/2 was slow",
    ]

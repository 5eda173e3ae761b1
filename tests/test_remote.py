"""What has no plain form stays with the learner's file; graders ask it there, pass it on, and hear of its faults."""

import json
import os
from pathlib import Path

import pytest
from test_engine import run

GRADER = '''
import pytest
from keraskata import expect

@pytest.fixture
def counter(submission):
    found = submission.count("a b")
    expect.remote(found, what="count('a b')")
    return found

@pytest.mark.check(points=1, hint="class")
def test_methods(counter):
    """The counter counts further."""
    expect.equal(counter.add(2), 4, what="add(2)")
    expect.equal(counter.attribute("total"), 4, what="total")

@pytest.mark.check(points=1, hint="call")
def test_call(counter):
    """The counter can be called."""
    expect.equal(counter("a b c"), 3, what="counter('a b c')")

@pytest.mark.check(points=1, hint="raise")
def test_unknown(counter):
    """What it cannot count, it names."""
    expect.raises(ValueError, counter, "?", mentions=["?"])

@pytest.mark.check(points=1, hint="same")
def test_passed_on(submission, counter):
    """A counter is counted, and a lent one, too."""
    expect.equal(submission.count(counter), 2, what="count(counter)")
    lent = submission.lend("collections.Counter", a=3)
    expect.equal(submission.count(lent), 3, what="count(lent)")

@pytest.mark.check(points=1, hint="keep")
def test_pictures(counter):
    """A picture is kept."""
    import numpy as np
    expect.keep_images("dots", [np.eye(3)[None]])
'''
ANSWER = """
class Counter:
    def __init__(self, total):
        self.total = total

    def add(self, more):
        self.total += more
        return self.total

    def __call__(self, text):
        if text == "?":
            raise ValueError("cannot count ?")
        return len(text.split())


def count(text):
    if isinstance(text, str):
        return Counter(len(text.split()))
    return text.total if isinstance(text, Counter) else text.total()
"""


def verdict(kit: Path, answer: str) -> dict[str, dict]:
    (kit / "graders/s01_words/test_count.py").write_text(GRADER)
    (kit / "exercises/s01_words/count.py").write_text(answer)
    ran = run(kit, "keraskata", "grade", "exercises/s01_words/count.py", "--json", "-")
    assert ran.returncode in (0, 1), ran.stderr
    return {check["id"]: check for check in json.loads(ran.stdout)["exercises"][0]["checks"]}


def test_what_stays_can_be_asked_called_and_passed_on(kit: Path) -> None:
    checks = verdict(kit, ANSWER)
    assert {check["outcome"] for check in checks.values()} == {"passed"}, checks
    (picture,) = checks["test_pictures"]["pictures"]
    assert picture["title"] == "dots" and picture["svg"].startswith("<svg")


@pytest.mark.parametrize(
    ("old", "new", "check", "words"),
    [
        ("def add", "def plus", "test_methods", "has no attribute 'add'"),
        ("self.total += more", "self.totl += more", "test_methods", "has no attribute 'totl'"),
        ("return self.total", "return None", "test_methods", "None"),
        ("def __call__", "def call", "test_call", "not callable"),
        ("return Counter(len(text.split()))", "return 7", "test_call", "7"),
        ("cannot count ?", "no", "test_unknown", "the message 'no'"),
    ],
)
def test_their_faults_are_the_learners(kit: Path, old: str, new: str, check: str, words: str) -> None:
    found = verdict(kit, ANSWER.replace(old, new))[check]
    assert found["outcome"] == "failed" and words in found["feedback"]["found"], found


AROUND = '''
import pytest
from keraskata import expect

@pytest.mark.check(points=1, hint="pass it on")
def test_function(submission):
    """The learner's own function can be handed to what was lent."""
    operator = submission.lend("importlib.import_module", name="operator")
    expect.equal(operator.call(submission.function("count"), "a b"), 2, what="operator.call(count, 'a b')")

@pytest.mark.check(points=1, hint="draw")
def test_around(submission):
    """What a call does beside its answer is known."""
    submission.count("still")
    expect.equal((submission.evidence.drew, submission.shown), (False, 0), what="what a quiet call did")
    submission.count("draw and show")
    expect.equal((submission.evidence.drew, submission.shown), (True, 1), what="what the other call did")
'''


TRAINS = '''
import pytest
from keraskata import expect

@pytest.mark.check(points=1, hint="train")
def test_trained(submission):
    """Whether a call trains a network is known, however it does so."""
    for way in ("look", "fit", "fit", "batch", "step", "look"):
        submission.count(way)
        expect.equal(submission.evidence.trained, way != "look", what=f"whether {way} trains")
'''
SAME = '''
import pytest
from keraskata import expect

@pytest.mark.check(points=1, hint="draw")
def test_same(submission):
    """The same call draws the same numbers."""
    for way in ("shuffle", "dropout", "own", "own"):
        expect.equal(submission.count(way), submission.count(way), what=way)
'''
DRAWS = """
import keras, numpy as np, tensorflow as tf

def count(way):
    if way == "own":
        return tf.random.normal((3,)).numpy().tolist() + tf.random.normal((3,), seed=1).numpy().tolist()
    x = np.arange(64.0).reshape(64, 1) / 64
    dropout = [keras.layers.Dropout(0.5)] if way == "dropout" else []
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(8, "relu"), *dropout, keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(x, x ** 2, batch_size=4, verbose=0)
    return model.predict(x, verbose=0).tolist()
"""


@pytest.mark.skipif(
    os.environ.get("KERAS_BACKEND", "tensorflow") != "tensorflow", reason="needs TensorFlow: tox -e tensorflow"
)
@pytest.mark.parametrize(
    "source", [DRAWS, DRAWS.replace(", tensorflow as tf", "").replace('if way == "own"', "if False")]
)
def test_the_same_call_draws_the_same_numbers(kit: Path, source: str) -> None:
    (kit / "graders/s01_words/test_count.py").write_text(SAME)
    (kit / "exercises/s01_words/count.py").write_text(source)
    ran = run(kit, "pytest", "exercises/s01_words/count.py")
    assert ran.returncode == 0, ran.stdout


WAYS = """
import keras, numpy as np
x = np.ones((2, 1))
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")

def count(way):
    if way == "look":
        model.predict_on_batch(x)
    elif way == "fit":
        model.fit(x, x, verbose=0)
    elif way == "batch":
        model.train_on_batch(x, x)
    else:
        weight = keras.Variable(1.0)
        keras.optimizers.SGD().apply([keras.ops.ones(())], [weight])
"""


def test_what_a_call_trains(kit: Path) -> None:
    (kit / "graders/s01_words/test_count.py").write_text(TRAINS)
    (kit / "exercises/s01_words/count.py").write_text(WAYS)
    ran = run(kit, "pytest", "exercises/s01_words/count.py")
    assert ran.returncode == 0, ran.stdout


def test_what_a_call_does_beside_its_answer(kit: Path) -> None:
    (kit / "graders/s01_words/test_count.py").write_text(AROUND)
    source = "import random\nimport matplotlib.pyplot as plt\n\ndef count(text):\n    if 'draw' in text:\n"
    source += "        random.random()\n        plt.subplots()\n        plt.show()\n    return len(text.split())\n"
    (kit / "exercises/s01_words/count.py").write_text(source)
    ran = run(kit, "keraskata", "grade", "exercises/s01_words/count.py")
    assert ran.returncode == 0, ran.stdout + ran.stderr

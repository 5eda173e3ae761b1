"""The likely cause of an exception: named for beginners' slips, on every backend, and not where it may be false."""

from pathlib import Path
from textwrap import indent

import pytest

from keraskata.boundary import codec
from keraskata.results import Feedback
from keraskata.subject.faults import Fault
from keraskata.subject.host import Host

GIVEN = """
import keras, numpy as np
import matplotlib.pyplot as plt

train = np.ones((8, 2), "float32"), np.ones(8)
test = np.ones((4, 2), "float32"), np.ones(4)

def made(metrics=("accuracy",)):
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", metrics=list(metrics))
    return model

class Log(keras.callbacks.Callback):
    pass

class Plain:
    def on_epoch_end(self, epoch, logs=None):
        pass
"""


def told(folder: Path, body: str) -> Feedback | None:
    """What is told when a function with this body is called; None if it works."""
    file = folder / "slip.py"
    file.write_text(f"{GIVEN}\ndef slip():\n{indent(body, '    ')}\n")
    try:
        Host("slip", {"slip": "slip()"}, file, seed=0).answer(codec.encode(["call", 0, "slip", "slip()", [], {}]))
    except Fault as fault:
        return fault.feedback
    return None


def likely(folder: Path, body: str) -> str:
    """The cause that is named when a function with this body is called, which must break."""
    feedback = told(folder, body)
    assert feedback is not None, "nothing broke"
    return feedback.likely or ""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("plt.subplots()[1].title('Loss')", "ax.set_title(...)"),
        ("plt.subplots()[1].xlabel('Loss')", "an Axes has set_xlabel(...); plt.xlabel(...) is its other spelling"),
        ("plt.subplots()[1].xticklabels('ab')", "an Axes has set_xticklabels(...)"),
        ("made().fit(*train, metrics=['accuracy'])", "model.compile(..., metrics=...)"),
        ("made().fit(*train, loss='mse')", "loss belongs in compile"),
        ("made().fit(*train, optimizer='adam')", "optimizer belongs in compile"),
        ("made().fit(*train, epoch=3)", "fit has no epoch, but it has epochs"),
        ("made().fit(*train, val_data=train)", "fit has no val_data, but it has validation_data"),
        (
            "from sklearn.model_selection import GridSearchCV; GridSearchCV(made(), params_grids={})",
            "GridSearchCV has no params_grids, but it has param_grid",
        ),
        ("made().compile(epochs=3)", "epochs belongs in fit"),
        ("made().compile(metric=['accuracy'])", "compile has no metric, but it has metrics"),
        ("model = made(); model.compile('adam', 'bce', ['accuracy']); model.fit(*train)", "is loss_weights"),
        ("model = made(); model.compile('adam', 'bce', ['accuracy']); model.evaluate(*train)", "metrics=[...]"),
        ("m = made(); m.compile('adam', 'bce', [keras.metrics.AUC()]); m.fit(*train)", "third argument of compile"),
        ("made().compile('adam', 'bce', 'accuracy')", "the third argument of compile is loss_weights"),
        ("made().compile('adam', 'bce', keras.metrics.AUC())", "metrics=[...]"),
        ("made().fit(*train, test, 3)", "fit's third argument is batch_size"),
        ("made().fit(*train, test, epochs=3)", "epochs=... and validation_data=..."),
        ("made().fit(*train, *test)", "fit's third argument is batch_size"),
        ("made().fit(*train, callbacks=[Log])", "Log(), with brackets"),
        ("made().fit(*train, callbacks=Log)", "Log(), with brackets"),
        ("made().fit(*train, callbacks=[keras.callbacks.EarlyStopping])", "EarlyStopping(), with brackets"),
        ("made().fit(*train, callbacks=[Plain()])", "class Plain(keras.callbacks.Callback)"),
        ("made().fit(*train, callbacks=[Plain])", "class Plain(keras.callbacks.Callback)"),
        ("made().fit(*train, callbacks=[made])", "LambdaCallback"),
        ("made().fit(*train, callbacks=['EarlyStopping'])", "a str is no callback"),
        (
            "class Begin(Log):\n    def on_epoch_begin(self, epoch): pass\nmade().fit(*train, callbacks=[Begin()])",
            "def on_epoch_begin(self, epoch, logs=None)",
        ),
        (
            "class End(Log):\n    def on_epoch_end(epoch, logs): pass\nmade().fit(*train, callbacks=[End()])",
            "def on_epoch_end(self, epoch, logs=None)",
        ),
        (
            "class Batch(Log):\n    def on_train_batch_end(self, batch): pass\nmade().fit(*train, callbacks=[Batch()])",
            "def on_train_batch_end(self, batch, logs=None)",
        ),
        ("keras.callbacks.Earlystopping()", "keras.callbacks has no Earlystopping, but it has EarlyStopping"),
        ("keras.layers.dense(3)", "keras.layers has no dense, but it has Dense"),
        ("np.arrange(3)", "numpy has no arrange, but it has arange"),
        ("from keras.callbacks import Earlystopping", "keras.callbacks has no Earlystopping, but it has EarlyStopping"),
        ("from keras.layer import Dense", "keras has no layer, but it has layers"),
        ("import keras.nothing_here", "keras has no module of the name nothing_here"),
        ("from helpers import f", "helpers is not installed here; if it is a file of yours: each exercise's file"),
        ("import helpers.more", "stands alone, so write what it needs into this file"),
        ("from .helpers import f", "stands alone, so write what it needs into this file"),
        ("from . import helpers", "stands alone, so write what it needs into this file"),
        ("from exercises.s03_steps.sigmoid import sigmoid", "write what it needs into this file"),
        ("import nunpy", "a slip in the name of the package: import numpy"),
        ("model = made()\nreturn modle.summary()", "a slip in the name (there is a `model`)"),
        ("return nothing_like_it", "a slip in the name, or an import"),
        ("made().fit(train, validation_data=test)", "fit was given a pair in the place of the features, and no labels"),
        ("made().fit(train, epochs=2)", "fit(*pair, ...), with the star"),
        ("made(metrics=()).fit(list(train))", "fit was given a pair in the place of the features, and no labels"),
        ("made().fit(x=train)", "fit was given a pair in the place of the features, and no labels"),
        ("made().fit(train, test)", "fit was given a pair in the place of the features: "),
        ("made().evaluate(test)", "evaluate(*pair, ...)"),
        ("made().fit(train[0])", "fit was given no labels"),
        ("made(metrics=()).fit(train[0])", "fit was given no labels"),
        (
            "made().fit(*train, callbacks=[keras.callbacks.EarlyStopping('valloss')])",
            "no metric of the model is called valloss: there are loss, accuracy, or val_ before these",
        ),
        ("return made().compile(loss='mse').shape", "something is None here"),
        ("return made().compile(loss='mse')[0]", "something is None here"),
        (
            "model = made()\nmodel.compile(loss=lambda truth, found: plt.show().shape)\nmodel.fit(*train)",
            "something is None here",
        ),
        ("return 1 if np.ones(3) else 0", "np.where"),
        ("if made().layers[0].input:\n    pass", "neither true nor false"),
        ('keras.layers.Dense(1, activation="None")', "None without quotes"),
        ("z = np.array([-3, 2])\nz *= 0.5", "an array of floats first"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, body: str, words: str) -> None:
    assert words in likely(tmp_path, body)


@pytest.mark.parametrize(
    "body",
    [
        "return keras.ops.shape(None)",
        "import matplotlib.text\nmatplotlib.text.Text()()",
        "class Start(Log):\n    def on_train_begin(self, logs=None): self.on_epoch_end()\n"
        "made().fit(*train, callbacks=[Start()])",
        "plt.plot([1, 2])[0].alpha(0.5)",
        "from sklearn.linear_model import LogisticRegression\nLogisticRegression().fit(*train, loss='mse')",
        "def own(truth, found): return found\nown.name = 'own'\n"
        "made([own]).fit(*train, callbacks=[keras.callbacks.EarlyStopping('own')])",
        "model = made()\nmodel.compile(loss=lambda truth, found: keras.ops.shape(None))\nmodel.fit(*train)",
    ],
)
def test_nothing_is_named_where_it_may_be_false(tmp_path: Path, body: str) -> None:
    assert likely(tmp_path, body) == ""

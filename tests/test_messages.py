"""The messages that learners ask about most: in a beginner's words on every backend, and not where another cause is."""

from pathlib import Path
from textwrap import indent

import keras
import pytest

from keraskata.boundary import codec
from keraskata.results import Feedback
from keraskata.subject.faults import Fault
from keraskata.subject.host import Host

GIVEN = """
import math

import keras, numpy as np
from keras import layers
from keras.wrappers import SKLearnClassifier
from sklearn.base import BaseEstimator, clone
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GridSearchCV, cross_val_score

X = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
y = np.arange(64) % 3
half = y % 2
one_hot = np.eye(3)[y]
kinds = []

def net(units=3, loss="sparse_categorical_crossentropy", metrics=("accuracy",), optimizer="adam"):
    last = layers.Dense(units, activation="softmax" if units > 1 else "sigmoid")
    model = keras.Sequential([keras.Input((4,)), layers.Dense(8, activation="relu"), last])
    model.compile(optimizer=optimizer, loss=loss, metrics=list(metrics))
    return model

def words():
    model = keras.Sequential([layers.Embedding(5, 2), layers.Flatten(), layers.Dense(1)])
    model.compile(loss="mse")
    return model

def images():
    model = keras.Sequential([keras.Input((8, 8, 1)), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(2)])
    model.compile(loss="mse")
    return model

class Estimator(BaseEstimator):
    def __init__(self, units=3):
        self.u = units

class Changing(BaseEstimator):
    def __init__(self, units=3):
        self.units = [units]

class Plain:
    def fit(self, X, y): return self
    def predict(self, X): return X

def nothing(X, y):
    net()

class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.last = layers.Dense(2)
    def call(self, x): return self.last(x)
"""
DATA = [
    ("net().fit(X, y[:63])", "fit was given 64 rows of features and 63 labels"),
    ("net().fit(x=X, y=y[:63])", "fit was given 64 rows of features and 63 labels"),
    ("net().evaluate(X, y[:63])", "evaluate was given 64 rows of features and 63 labels"),
    ("net().fit(X, y, validation_data=(X[:9], y[:1]))", "validation_data has 9 rows of features and 1 label:"),
    ("net().fit(X, y, sample_weight=np.ones(63))", "fit was given 64 rows and 63 weights"),
    ("net().fit(list(X), y)", "a list of 64 arrays, which counts as 64 inputs"),
    ("net().fit(X.tolist(), y)", "fit was given a list of 64 as features: Keras takes an array"),
    ("net().fit(X, y.tolist())", "fit was given a list of 64 as labels"),
    ("net().fit(X, list(y))", "fit was given a list of 64 as labels"),
    ("net().fit(X, range(64))", "fit was given a range as labels"),
    ("net().predict([1.0, 2.0, 3.0, 4.0])", "predict was given a list of 4 as features"),
    ("net()([[1.0, 2.0, 3.0, 4.0]])", "this Sequential was called with a list"),
    ("layers.Dense(2)(None)", "this Dense was called with None: a function without `return`?"),
    ("net().fit(X.astype(object), y)", "the features are numbers, but the array's dtype is object"),
    ("net().fit(X, np.array(list('abcd') * 16))", "the labels are text, such as 'a'"),
    ("net().fit(X, np.array(['a', 1] * 32, object))", "the labels contain text, such as 'a'"),
    ("net().fit(X, np.array([None] * 64))", "the labels contain None"),
    (
        "net().fit(np.array([[1], [2, 3]], object), y[:2])",
        "an array of lists, not of numbers: have all the same length?",
    ),
    ("import pandas\nnet().fit(pandas.DataFrame({'a': [1, 2], 'b': ['x', 'y']}), y[:2])", "column 'b' contain text"),
    ("net().fit(X, y, validation_data=X)", "validation_data was given features without labels"),
    ("net().fit(X, y, batch_size='9')", "batch_size is '9', and takes a whole number"),
    ("keras.Sequential([layers.Dense(3)]).fit(X, y)", "the model was never compiled: compile chooses the loss"),
    ("keras.Sequential([keras.Input((4,)), layers.Dense(3)]).evaluate(X, y)", "never compiled"),
]
LABELS = [
    (
        "net(loss='categorical_crossentropy').fit(X, y)",
        "the model has 3 outputs, and the labels are single numbers: sparse_categorical_crossentropy takes these",
    ),
    (
        "net(loss=keras.losses.CategoricalCrossentropy(), metrics=()).fit(X, y, validation_data=(X, y))",
        "the model has 3 outputs, and the labels are single numbers: sparse_categorical_crossentropy takes these",
    ),
    ("net(loss='categorical_crossentropy').fit(X, np.eye(4)[y])", "3 outputs, and each label is a row of 4 numbers"),
    ("net(loss='binary_crossentropy').fit(X, y)", "binary_crossentropy compares each output with a label of its own"),
    ("net(1, 'binary_crossentropy').fit(X, np.eye(2)[half])", "has 1 output, and each label is a row of 2 numbers"),
    ("net(1, 'binary_crossentropy').fit(X, X)", "the labels have 4 columns, as the features: are they features?"),
    ("net().fit(X, one_hot)", "each label is a row of 3 numbers: categorical_crossentropy takes these"),
    ("net(loss='mse').fit(X, np.ones((64, 2)))", "the model has 3 outputs, and each label is a row of 2 numbers"),
    ("net(loss=keras.losses.MeanSquaredError).fit(X, y)", "MeanSquaredError(), with brackets"),
    ("return net(loss=keras.losses.MeanSquaredError)", "compile takes what is made of it: MeanSquaredError()"),
    ("net(metrics=[keras.metrics.AUC]).fit(X, y)", "AUC is a class; metrics takes what is made of it: AUC()"),
    (
        "m = keras.Sequential([keras.Input((8, 8)), layers.Dense(3, activation='softmax')])\n"
        "m.compile(loss='sparse_categorical_crossentropy')\nm.fit(np.ones((6, 8, 8)), y[:6])",
        "with an array of shape (8, 3), and its label is a single number: in model.summary()",
    ),
    (
        "m = keras.Sequential([keras.Input((8, 8, 1)), layers.Dense(2)])\nm.compile(loss='mse')\n"
        "m.fit(np.ones((4, 8, 8, 1)), np.ones((4, 2)))",
        "with an array of shape (8, 8, 2), and its label is of shape (2,)",
    ),
    ("SKLearnClassifier(model=lambda X, y: net()).fit(X, y)", "SKLearnClassifier makes of each label a row of 3"),
]
SHAPES = [
    ("net().predict(X[0])", "predict was given one row alone, of shape (4,): the first axis"),
    ("net()(X[0])", "the model was given one row alone, of shape (4,)"),
    ("images().predict(np.ones((8, 8, 1)))", "predict was given one row alone, of shape (8, 8, 1)"),
    ("net().fit(np.ones((64, 5)), y)", "fit was given rows of shape (5,), and the model takes rows of shape (4,)"),
    ("i = keras.Input((4,))\nkeras.Model(i, layers.Dense(1)(i)).predict(np.ones((3, 5)))", "rows of shape (5,)"),
    (
        "d = layers.Dense(2)\nd(X)\nd(np.ones((3, 5)))",
        "this Dense was built for 4 numbers in a row, and is now given 5",
    ),
    (
        "global kept\nkept = layers.Dense(2)\nkept(X)\nkept(np.ones((3, 5)))",
        "is now given 5: made outside of the function, it is the same in all calls",
    ),
    ("kinds.append(layers.Dense(2))\nkinds[0](X)\nkinds[0](np.ones((3, 5)))", "it is the same in all calls"),
    ("layers.LSTM(4)(X)", "LSTM takes the axes (rows, steps, features), and is given (64, 4): one axis is missing"),
    ("layers.Dense(4)(np.ones(3))", "Dense takes the axes (rows, features), and is given (3,)"),
    ("keras.Sequential([keras.Input((5, 3)), layers.LSTM(4), layers.LSTM(4)])", "look at return_sequences"),
    (
        "keras.Sequential([keras.Input((8, 8, 1)), layers.Flatten(), layers.Conv2D(2, 2)])",
        "the Flatten before this Conv2D leaves one row of numbers, (rows, 64): what is the order",
    ),
    (
        "m = keras.Sequential([layers.Conv2D(4, 3), layers.Dense(2)])\nm.compile(loss='mse')\n"
        "m.fit(np.ones((6, 8, 8)), np.ones((6, 2)))",
        "Conv2D takes the axes (rows, height, width, channels)",
    ),
    ("keras.Sequential([keras.Input((2, 2, 1)), layers.Conv2D(4, 3)])", "3 x 3 does not fit into the 2 x 2"),
    ("layers.Conv2D(4, 3)(np.ones((1, 2, 2, 1)))", "a kernel of 3 x 3 does not fit into the 2 x 2 that reaches it"),
    ("keras.Sequential([keras.Input((2, 1)), layers.Conv1D(4, 3)])", "a kernel of 3 does not fit into the 2 steps"),
    ("keras.Sequential([keras.Input((4, 4, 1)), layers.MaxPooling2D(5)])", "a window of 5 x 5 does not fit"),
    ("keras.Sequential([keras.Input((1, 28, 28)), layers.Conv2D(4, 3)])", "the channels stand last in a shape"),
    ("np.argmax(X[0], axis=1)", "an array of shape (4,) has no axis 1, for axes count from 0: is it one row in the"),
    ("X[0].mean(axis=1)", "is it one row in the place of many?"),
    ("keras.ops.sum(np.ones(3), axis=1)", "an array of shape (3,) has no axis 1"),
    ("X.argmax(axis=2)", "there is no axis 2 here: axes count from 0, and the last of this array is 1"),
    ("np.eye(3)[y + 1]", "axis 0 has 3 places, counted from 0: the last is 2, and 3 is behind it"),
]
NETWORKS = [
    ("keras.Sequential([layers.Flatten, layers.Dense(2)])", "Flatten is a class; a model takes what is made of it"),
    ("keras.Sequential().add(layers.Flatten)", "Flatten(), with brackets"),
    ("keras.Sequential([layers.Dense(2), 'relu'])", "'relu' is text: an activation is an argument of the layer before"),
    ("keras.Sequential([4, 3])", "4 is a number and no layer"),
    ("keras.Sequential([layers.Dense(2), None])", "None stands among the layers"),
    ("keras.Sequential([[layers.Dense(2)]])", "a list stands among the layers"),
    ("keras.Sequential([keras.activations.relu])", "relu is a function and no layer"),
    (
        "keras.Sequential([keras.Input((4,)), layers.Dense(2)(keras.Input((4,)))])",
        "a Sequential takes the layer itself",
    ),
    ("keras.Sequential([Plain()])", "class Plain(keras.layers.Layer)"),
    ("keras.Sequential().add()", "add was given no layer"),
    ("keras.Sequential(layers.Dense(2), layers.Dense(1))", "Sequential takes its layers in one list"),
    ("keras.Sequential(layers.Dense(2))", "Sequential takes its layers in one list"),
    ("layers.Flatten(keras.Input((4,)))", "make the layer first, then call it with the tensor"),
    ("layers.Dense(3, keras.Input((4,)))", "Dense was given a tensor as a setting"),
    ("layers.Dense(4, 12)", "12 stands in the place of the activation, which is what comes after units"),
    (
        "net(optimizer=keras.optimizers.Adam)",
        "Adam is a class; compile takes what is made of it: Adam(), with brackets",
    ),
    ("net(optimizer=0.01)", "0.01 stands in the place of the optimizer"),
    ("net(optimizer=['accuracy'])", "the first argument of compile is the optimizer, and a list stands there"),
    ("net(metrics=['val_loss']).fit(X, y)", "val_loss is no metric: fit adds the val_ figures itself"),
    ("net(metrics=['acuracy']).fit(X, y)", "Keras knows no such name"),
    (
        "keras.Model(keras.Input((4,)), layers.Dense(2)(keras.Input((4,))))",
        "is one left out, or was Input called twice",
    ),
    ("keras.Model(keras.Input((4,)), layers.Dense(2))", "outputs is a Dense itself: a Model takes the tensor"),
    ("return keras.Sequential([layers.Dense(2)]).input", "this Sequential has no input yet"),
    ("return keras.Sequential([layers.Dense(2)]).inputs", "this Sequential has no input yet"),
    ("keras.Sequential([layers.Dense(2)]).count_params()", "this Sequential has no weights yet"),
    ("return net().input", "this Sequential has inputs, a list of its tensors, in place of input"),
    ("return layers.Dense(2).output", "this Dense has no output yet: it has not been called, alone or in a model"),
    ("return layers.Dense(2).kernel", "this Dense has no weights yet"),
    ("return Own().output", "this Own has no output yet: it has not been called"),
    ("net().set_weights(net().get_weights()[:2])", "set_weights was given 2 arrays, and get_weights() here has 4"),
    ("net().set_weights(net(2).get_weights())", "weights of shape (8, 3) were given an array of shape (8, 2)"),
    ("layers.Dense(2).set_weights([np.ones(2)])", "set_weights was given 1 array, but there are no weights yet"),
    ("SKLearnClassifier(model=nothing).fit(X, y)", "the function that makes the model gives back None"),
    ("SKLearnClassifier(model=lambda X, y: Own()).fit(X, y)", "the function that makes the model never compiles it"),
]
OTHERS = [
    (
        "np.exp(keras.Input((4,)))",
        "symbolic and has no values yet, which NumPy needs: keras.ops has the same functions",
    ),
    ("[v for v in keras.Input((4,))]", "this tensor is symbolic: it has a shape, and gets its values only when"),
    ("keras.Input((4,)).numpy()", "this tensor is symbolic"),
    ("net(loss=lambda t, p: np.sum(np.log(p))).fit(X, one_hot)", "NumPy cannot calculate with a tensor inside of a"),
    (
        "def build(units):\n    return net(units)\nSKLearnClassifier(model=build).fit(X, y)",
        "keras.wrappers calls it with features and labels first: def build(X, y, ...)",
    ),
    (
        "from scikeras.wrappers import KerasClassifier\ndef build(optimizer):\n    return net(optimizer=optimizer)\n"
        "KerasClassifier(build, optimizer='adam').fit(X, y)",
        "with model__ in front, such as model__optimizer",
    ),
    ("return net()[0]", "a model has no places: its layers are in a list, as in model.layers[0]"),
    ("return float(np.ones((1, 1, 1))[0])", "here an array came in: take its number out, as in found[0, 0]"),
    ("clone(net())", "a Keras model is no estimator of scikit-learn, which needs get_params"),
    ("cross_val_score(net(), X, y, scoring='accuracy')", "a Keras model is no estimator of scikit-learn"),
    ("GridSearchCV(net(), {'a': [1]}, scoring='accuracy').fit(X, y)", "a Keras model is no estimator of scikit-learn"),
    ("GridSearchCV(net, {'a': [1]}).fit(X, y)", "net is a function, and no estimator"),
    ("cross_val_score(LogisticRegression, X, y)", "LogisticRegression(), with brackets"),
    ("clone(Plain())", "class Plain(BaseEstimator) gives it get_params"),
    ("clone(Estimator())", "keep units under this name, unchanged: self.units = units"),
    ("clone(Changing())", "keep units under this name, unchanged: self.units = units"),
    ("LogisticRegression().fit(X[:, 0], y)", "an array of shape (64,) is no table of rows and columns"),
    ("LogisticRegression().fit(X, y[:63])", "there are 64 rows of features and 63 labels"),
    ("accuracy_score(y, y[:63])", "there are 64 labels and 63 predictions"),
    ("accuracy_score(y, X[:, :3])", "the predictions are decimal numbers, an array of shape (64, 3)"),
    ("LogisticRegression().fit(X, X[:, 0])", "a classifier learns classes: is this a regression?"),
    ("with np.errstate(all='ignore'):\n    LogisticRegression().fit(np.log(X), y)", "of the 256 features are NaN"),
    (
        "with np.errstate(all='ignore'):\n    LogisticRegression().fit(np.log(X * 0), y)",
        "256 features are infinite, as",
    ),
    ("net().fit(X, y, verbose=0).evaluate(X, y)", "fit gives back a History, which has no evaluate"),
    ("return net().fit(X, y, verbose=0)['loss']", "fit gives back a History, which is no dict"),
    ("return net().fit(X, y, verbose=0).accuracy", "a History keeps accuracy in its dict: look at .history"),
    (
        "h = net().fit(X, y, verbose=0)\nreturn h.history['val_loss']",
        "there is no 'val_loss' here, only accuracy, loss; the val_ figures come where fit is given validation data",
    ),
    ("names = ['a', 'b']\nreturn np.eye(3)[names]", "names is text, such as 'a', and an index is a whole number"),
    ("places = np.array([0.0, 1.0])\nreturn np.eye(3)[places]", "places holds decimal numbers"),
    ("z = np.zeros(3)\nz['a'] = 1", "the index is text, and places are whole numbers"),
    ("keras.utils.to_categorical(['a', 'b'])", "the labels are text, such as 'a': give each word a number first"),
    ("keras.utils.to_categorical([1, 2, 3], 3)", "the labels run from 1 to 3, and 3 classes count from 0 to 2"),
    ("with np.errstate(all='raise'):\n    np.log(np.zeros(3))", "log(0) is minus infinity"),
    ("math.log(0)", "log takes numbers above 0"),
    ("int(float('nan'))", "the value is NaN, no number"),
]
NOT_ON_JAX = [  # which goes on with other numbers here, and raises nothing
    ("net().fit(X, y + 1)", "the labels run from 1 to 3, and the model has 3 outputs, which stand for 0 to 2"),
    ("net().evaluate(X, y - 1)", "the labels run from -1 to 1, and the model has 3 outputs"),
    ("net().fit(X, y, validation_data=(X, y + 1))", "the labels run from 1 to 3"),
    ("import pandas\nnet().fit(X, pandas.Series(y + 1))", "the labels run from 1 to 3"),
    ("net(1).fit(X, half)", "the labels run from 0 to 1, and the model has 1 output"),
    ("words().fit(np.full((4, 3), 7), np.ones(4))", "the Embedding has places for 0 to 4, and is given 7 to 7"),
    ("layers.Embedding(5, 2)(np.array([[1, 9]]))", "the Embedding has places for 0 to 4, and is given 1 to 9"),
    (
        "m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])\nm.compile()\nm.fit(X, y)",
        "compile was given no loss",
    ),
    (
        "one = keras.optimizers.SGD()\nfor _ in range(2):\n    net(optimizer=one).fit(X, y, verbose=0)",
        "this optimizer has trained another model before: each model needs a new one",
    ),
    ("net(loss=lambda t, p: keras.ops.mean(keras.ops.cast(p > 0.5, 'float32'))).fit(X, y)", "the loss has no slope"),
]
ON_TORCH = [
    ("return X - net()(X)", "an array and a tensor do not go together here"),
    ("m = net()\nm.trainable = False\nkeras.ops.mean(m(X)).backward()", "all layers of the model are frozen"),
    (
        "class Early(keras.Model):\n    def __init__(self):\n        self.last = layers.Dense(2)\nEarly()",
        "the __init__ of Early sets its parts too early: super().__init__() comes before them",
    ),
    (
        "m = net()\nm.layers[0].trainable = False\nm.fit(X, y)\nm.layers[0].trainable = True\nm.fit(X, y)",
        "since the optimizer was built, layers were added or `trainable` was changed: compile the model again",
    ),
]
OTHER_CAUSES = [
    "raise ValueError('axis 1 is out of bounds for array of dimension 1')",
    "names, table = 'ab', {'ab': np.ones(3)}\nreturn table[names][1.5]",
    "net().fit(X, y, callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: X @ X)])",
    "def loss(t, p): raise ValueError('Arguments `target` and `output` must have the same shape')\n"
    "net(loss=loss).fit(X, y)",
    "def loss(t, p): return keras.ops.ones((2, 3)) + keras.ops.ones((4, 5))\nnet(loss=loss).fit(X, y)",
    "def metric(t, p): return keras.ops.ones((2, 3)) + keras.ops.ones((4, 5))\nnet(metrics=[metric]).fit(X, y)",
    "m = keras.Sequential([layers.Lambda(lambda t: keras.ops.reshape(t, (7, 3))), layers.Dense(3)])\n"
    "m.compile(loss='mse')\nm.fit(X, one_hot)",
    "m = keras.Sequential([layers.Embedding(99, 2), layers.Lambda(lambda t: t + keras.ops.ones((5, 7)))])\n"
    "m.predict(np.full((4, 3), 7))",
    "a, b = keras.Input((4,)), keras.Input((4,))\nm = keras.Model([a, b], layers.Add()([a, b]))\n"
    "m.compile(loss='mse')\nm.fit([X, X[:3]], X)",
    "a, b = keras.Input((4,)), keras.Input((4,))\nkeras.Model([a, b], layers.Add()([a, b])).predict(X[0])",
    "keras.Sequential([keras.Input((4,)), layers.Reshape((3, 3))])",
    "layers.Add()([keras.Input((3,)), keras.Input((4,))])",
    "keras.models.load_model('nothing.keras')",
    "net().optimizer.learning_rate = 'a'",
    "return net().nothing",
    "raise ValueError('Data cardinality is ambiguous')",
    "raise AttributeError('The layer dense has never been called and thus has no defined input.')",
    "class History: pass\nreturn History()['loss']",
    "class History: pass\nreturn History().evaluate",
    "return {'a': 1}['val_loss']",
    "h, other = {'loss': [1]}, {'b': 2}\nreturn other['val_loss']",
    "return [1][3]",
    "return X @ X",
    "np.expand_dims(X, 5)",
    "math.sqrt(-1)",
    "with np.errstate(all='raise'):\n    1 / np.zeros(3)",
    "int('a')",
    "LogisticRegression(penalty='other').fit(X, y)",
    "LogisticRegression().fit(X, y * 0)",
    "LogisticRegression().predict(X)",
]


def fault(folder: Path, body: str) -> Feedback:
    """The feedback when a function with this body is called."""
    file = folder / "slip.py"
    file.write_text(f"{GIVEN}\ndef slip():\n{indent(body, '    ')}\n")
    host = Host("slip", {"slip": "slip()"}, file, seed=0)
    with pytest.raises(Fault) as caught:
        host.answer(codec.encode(["call", 0, "slip", "slip()", [], {}]))
    return caught.value.feedback


def said(folder: Path, body: str) -> str:
    """The cause that is named when a function with this body is called."""
    return fault(folder, body).likely or ""


@pytest.mark.parametrize(("body", "words"), DATA + LABELS + SHAPES + NETWORKS + OTHERS)
def test_a_message_is_told_in_a_beginners_words(tmp_path: Path, body: str, words: str) -> None:
    found = said(tmp_path, body)
    assert words in found
    assert len(found) < 200


@pytest.mark.skipif(keras.backend.backend() == "jax", reason="JAX raises nothing")
@pytest.mark.parametrize(("body", "words"), NOT_ON_JAX)
def test_a_message_that_jax_never_writes(tmp_path: Path, body: str, words: str) -> None:
    assert words in said(tmp_path, body)


@pytest.mark.skipif(keras.backend.backend() != "torch", reason="only PyTorch raises it")
@pytest.mark.parametrize(("body", "words"), ON_TORCH)
def test_a_message_of_pytorch(tmp_path: Path, body: str, words: str) -> None:
    assert words in said(tmp_path, body)


@pytest.mark.parametrize("body", OTHER_CAUSES)
def test_another_cause_is_given_no_such_words(tmp_path: Path, body: str) -> None:
    assert said(tmp_path, body) == ""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("net().fit(X.tolist(), y)", "(of type <class 'list'>)"),
        ("raise ValueError('x=' + str(np.ones(999).tolist()) + ' is too long')", "x=[…] is too long"),
        ("raise ValueError('A word. ' * 99)", "word. …"),
        ("raise ValueError('word ' * 9_999 + 'at last')", "word …"),
        ("raise ValueError('\\n\\n')", "ValueError: "),
    ],
)
def test_a_message_is_not_cut_within_its_reason(tmp_path: Path, body: str, words: str) -> None:
    assert words in fault(tmp_path, body).found


@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="TensorFlow writes a stack before the reason")
def test_a_reason_is_found_behind_the_stack_of_tensorflow(tmp_path: Path) -> None:
    found = fault(tmp_path, "net().fit(X, y + 1)").found
    assert "Received a label value of 3 which is outside the valid range of [0, 3)" in found
    assert "Detected at" not in found


@pytest.mark.skipif(keras.backend.backend() == "jax", reason="its optimizer takes other variables")
def test_a_reason_is_found_behind_the_values_of_a_variable(tmp_path: Path) -> None:
    body = "one = keras.optimizers.SGD()\nfor _ in range(2):\n    net(optimizer=one).fit(X, y, verbose=0)"
    assert (
        "This optimizer can only be called for the variables it was originally built with"
        in fault(tmp_path, body).found
    )

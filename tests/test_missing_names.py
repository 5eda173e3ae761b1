"""Names that are not there: those that went are told as such, and no others are, whatever the code around them."""

import sys
from pathlib import Path

import pytest
from test_causes import likely, told

OLD = "import types\nold = types.ModuleType('old')\n"  # a module that is not the learner's
CONV = "keras.layers.Conv2D(3, 3, border_mode='same', subsample=(2, 2), init='uniform')"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            CONV,
            "`border_mode=` and `subsample=` and `init=` are from an older Keras: "
            "write `padding=`; write `strides=`; write `kernel_initializer=`",
        ),
        ("keras.layers.Conv2D(\n    32,\n    nb_row=3,\n    nb_col=3,\n)", "write `kernel_size=` for both"),
        ("from keras.layers import Dense as Layer\nLayer(3, W_regularizer='l2')", "write `kernel_regularizer=`"),
        ("keras.layers.Embedding(9, 3, W_regularizer='l2')", "write `embeddings_regularizer=`"),
        ("keras.layers.SpatialDropout1D(p=0.1)", "write `rate=`"),
        ("import keras.optimizers as O\nO.RMSprop(lr=0.1)", "`lr=` is from an older Keras: write `learning_rate=`"),
        ("inputs = keras.Input((2,))\nkeras.Model(inputs, output=inputs)", "`output=` is from an older Keras"),
        ("inputs = keras.Input((2,))\nkeras.Model(input=inputs, output=inputs)", "write `inputs=`; write `outputs=`"),
        ("model = made()\n(model\n .fit(*train,\n      nb_epoch=3))", "`nb_epoch=` is from an older Keras"),
        ("class Own(keras.Model):\n    pass\nOwn().predict_classes(train[0])", "`predict_classes` is from an older"),
        (
            "class Own(Log):\n    def on_epoch_end(self, epoch, logs=None):\n        return self.validation_data\n"
            "made().fit(*train, callbacks=[Own()], verbose=0)",
            "`validation_data` is from an older Keras",
        ),
        ("made().optimizer.lr = made().optimizer.lr * 2", "write `optimizer.learning_rate`"),
        ("made().compile(loss='mse', metrics=['fmeasure'])\nmade().fit(*train, lr=0.1)", ""),
        ("model = made(['fmeasure'])\nmodel.fit(*train)", "write `keras.metrics.F1Score()`"),
        ("model = made()\nmodel.compile(loss='cosine_proximity')\nmodel.fit(*train)", '"cosine_similarity" as text'),
        ("keras.layers.Dense(3, kernel_constraint='maxnorm')", '"max_norm" as text'),
        ("from keras.layers import normalization", "write `from keras.layers import BatchNormalization`"),
        ("from keras.engine.topology import Layer", "`keras.engine` is from an older Keras: write `keras.Layer`"),
        ("from keras import backend as K\nK.mean(K.ones((2,)))", "write `keras.ops.mean`"),
        ("keras.layers.Conv2D(3, 3, stride=2)", "Conv2D has no stride, but it has strides"),
        ("keras.layers.Conv2D(3, kernal_size=3)", "Conv2D has no kernal_size, but it has kernel_size"),
        ("keras.layers.Conv2D(3, 3, activaton='relu')", "Conv2D has no activaton, but it has activation"),
        ("keras.layers.Dense(3, trainabel=False)", "Dense has no trainabel, but it has trainable"),
        ("keras.callbacks.EarlyStopping(patients=3)", "EarlyStopping has no patients, but it has patience"),
        ("keras.optimizers.Adam(learning_rat=0.1)", "Adam has no learning_rat, but it has learning_rate"),
        (
            "class Own(keras.layers.Layer):\n    def build(self, shape):\n"
            "        self.add_weight((2,), initialiser='zeros')\nOwn().build((2,))",
            "add_weight has no initialiser, but it has initializer",
        ),
        ("made().predict(train[0], verbos=0)", "predict has no verbos, but it has verbose"),
        ("from sklearn.neighbors import KNeighborsClassifier\nKNeighborsClassifier(n_neighbours=3)", "n_neighbors"),
        ("import keras.layers.nothing_like_it", "keras.layers has no module of the name nothing_like_it"),
        ("for n in xrange(3):\n    pass", "`xrange` is from an older Python: write `range`"),
        ("import seaborn\nseaborn.scatterplot([1], [2])", "`seaborn.scatterplot(...)` is from an older seaborn"),
        ("import keras_cv", "keras_cv is not installed here"),
    ],
)
def test_what_went_is_told(tmp_path: Path, body: str, words: str) -> None:
    assert words in likely(tmp_path, body)


@pytest.mark.parametrize(
    "body",
    [
        "class Own(keras.Model):\n    def fit(self, rows):\n        pass\nOwn().fit(nb_epoch=3)",
        "def own(rate):\n    return rate\nown(lr=3)",
        "class MaxNorm:\n    def __init__(self, rate):\n        pass\nMaxNorm(m=3)",
        "class Adam:\n    def __init__(self, rate):\n        pass\nAdam(lr=3)",
        "class Own(keras.layers.Dense):\n    def __init__(self, width):\n        super().__init__(width)\nOwn(init=3)",
        "class Own(keras.layers.Dense):\n    def see(self):\n        return self.W\n    def late(self):\n"
        "        self.W = 3\nOwn(3).see()",
        "class Own:\n    pass\nOwn().predict_classes()",
        f"{OLD}exec('def f(): import numpy; numpy.float', vars(old))\nold.f()",
        f"{OLD}exec('def f(): import keras.layers.core', vars(old))\nold.f()",
        f"{OLD}exec('def f(): import keras; keras.optimizers.Adam(lr=1)', vars(old))\nold.f()",
        "raise ValueError('init')",
        "keras.layers.Embedding(9, 3, weights=0.1)",
        "raise ModuleNotFoundError('nothing here')",
        "np.add(1, 1, lr=3)",
        "keras.layers.Dense(units=-1, kernel_initializer='zeros')",
        "import pandas\npandas.DataFrame({'a': [1]})['append']",
        "return {'accuracy': 1, 'loss': 2}['acc']['a']",
        "known = {'loss': 2}\nreturn known['acc']",
        "np.ones(3).lr",
        "import pandas\npandas.concat(pandas.Series([1]), pandas.Series([1]))",
        "from sklearn.linear_model import LinearRegression\nLinearRegression(*train)",
        "keras.layers.Dense(3).nothing_like_it",
    ],
)
def test_nothing_is_told_where_nothing_went(tmp_path: Path, body: str) -> None:
    assert "older" not in likely(tmp_path, body)


@pytest.mark.parametrize(
    "body", ["keras.optimizers.Adam(momentum=0.9)", "keras.layers.Dense(3, rate=1)", "made().predict(1, epochs=3)"]
)
def test_another_argument_is_not_taken_for_a_slip(tmp_path: Path, body: str) -> None:
    assert likely(tmp_path, body) == ""


@pytest.mark.parametrize(
    "body",
    [
        "keras.layers.Dense(3, input_dim=2)",
        "keras.layers.Flatten(input_shape=(2, 2))",
        "keras.layers.Embedding(9, 3, input_length=5)",
        "keras.layers.LSTM(3, implementation=2)",
        "keras.layers.BatchNormalization(renorm=True)",
        "keras.layers.LeakyReLU(alpha=0.1)",
        "keras.layers.Convolution2D(3, 3)",
        "keras.layers.InputLayer(batch_input_shape=(None, 2))",
        "keras.layers.Dense(3, kernel_initializer='uniform', kernel_regularizer='l1l2')",
        "keras.optimizers.Adam(0.1, decay=1e-6)",
        "keras.callbacks.ReduceLROnPlateau(epsilon=0.1)",
        "keras.callbacks.LambdaCallback(on_batch_end=print)",
        "keras.preprocessing.sequence.pad_sequences([[1]])",
        "keras.preprocessing.image.img_to_array(np.ones((2, 2, 3)))",
        "keras.backend.clear_session()",
        "keras.utils.Sequence",
        "from keras.models import Model, Sequential, load_model",
        "from keras.layers import Input, MaxPool2D, GlobalAvgPool2D, concatenate, add",
        "from keras.wrappers import SKLearnClassifier",
        "from keras.regularizers import l1_l2\nfrom keras.constraints import max_norm",
        "made(['acc']).fit(*train, verbose=0).history['acc']",
        "made(['mse', 'precision', 'auc']).fit(*train, verbose=0)",
        "np.bool, np.long, np.matrix, np.random.RandomState(0)",
        "import scipy.misc, scipy.ndimage.filters",
        "from PIL import Image\nImage.BILINEAR, Image.LANCZOS, Image.FLIP_LEFT_RIGHT",
        "plt.get_cmap('jet'), plt.style.use('ggplot'), plt.hist([1, 2], density=True)",
    ],
)
def test_what_still_works_breaks_nothing(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body) is None


def test_a_file_of_ones_own_is_not_taken_for_a_package(tmp_path: Path) -> None:
    (tmp_path / "helpers.py").write_text("")
    assert likely(tmp_path, "from helpers import f").startswith("helpers.py is a file of yours: each exercise's file")


def test_keras_needs_no_tensorflow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tensorflow", None)
    assert "write `keras` in place of `tensorflow.keras`" in likely(tmp_path, "import tensorflow as tf")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("from tensorflow.keras.wrappers.scikit_learn import KerasClassifier", "keras.wrappers.SKLearnClassifier"),
        ("from tensorflow.keras.layers.experimental import preprocessing", "write `from keras.layers import ...`"),
        ("from tensorflow.keras.utils import np_utils", "write `from keras.utils import to_categorical`"),
        ("import tensorflow as tf\ntf.keras.optimizers.Adam(lr=0.1)", "write `learning_rate=`"),
        ("import tensorflow as tf\ntf.keras.layers.CuDNNLSTM(3)", "write `keras.layers.LSTM`"),
        ("import tensorflow as tf\ntf.keras.layers.Dense(output_dim=3)", "write `units=`"),
        ("from tensorflow.keras import backend as K\nK.function([], [])", "write `keras.Model(inputs, outputs)`"),
    ],
)
def test_keras_is_known_by_its_name_in_tensorflow(tmp_path: Path, body: str, words: str) -> None:
    pytest.importorskip("tensorflow")
    assert words in likely(tmp_path, body)

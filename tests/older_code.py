"""Code that asks for what moved or went: a body of a function for each row of the table."""

import re

from keraskata.subject import moved

GIVEN = """
import PIL.Image, PIL.ImageDraw, PIL.ImageFont, h5py, pandas, scipy.sparse.linalg, seaborn
import sklearn.calibration, sklearn.cluster, sklearn.ensemble, sklearn.feature_extraction.text
import sklearn.decomposition, sklearn.linear_model, sklearn.manifold, sklearn.metrics, sklearn.model_selection
import sklearn.utils
"""
OBJECTS = {  # of a class: what makes one
    "Axes": "plt.figure().add_subplot()",
    "BaseConv": "keras.Sequential([keras.Input((5, 1)), keras.layers.Conv1D(3, 3)]).layers[0]",
    "Callback": "Log()",
    "CountVectorizer": "sklearn.feature_extraction.text.CountVectorizer()",
    "DataFrame": "pandas.DataFrame({'a': [1]})",
    "DatetimeProperties": "pandas.Series(pandas.date_range('2020', periods=2)).dt",
    "Dense": "made().layers[0]",
    "FigureCanvasBase": "plt.figure().canvas",
    "FreeTypeFont": "PIL.ImageFont.load_default()",
    "GridSearchCV": "sklearn.model_selection.GridSearchCV(sklearn.linear_model.Ridge(), {'alpha': [1]}).fit(*train)",
    "Image": "PIL.Image.new('L', (3, 3))",
    "ImageDraw": "PIL.ImageDraw.Draw(PIL.Image.new('L', (3, 3)))",
    "KerasTensor": "keras.Input((2,))",
    "Layer": "keras.layers.Flatten()",
    "Metric": "keras.metrics.AUC()",
    "Model": "made()",
    "OneHotEncoder": "sklearn.preprocessing.OneHotEncoder()",
    "Optimizer": "keras.optimizers.SGD()",
    "Sequential": "made()",
    "Series": "pandas.Series([1])",
    "generator": "(n for n in 'ab')",
    "str": "'a'",
    "dict": "{}",
    "csr_matrix": "scipy.sparse.csr_matrix([[1]])",
    "ndarray": "np.ones(2)",
}
CALLS = {  # of what took an argument: a call with it
    "AdaBoostClassifier": "sklearn.ensemble.AdaBoostClassifier({}=1)",
    "AgglomerativeClustering": "sklearn.cluster.AgglomerativeClustering({}=1)",
    "Axes.grid": "plt.figure().add_subplot().grid({}=True)",
    "Axes.hist": "axes = plt.figure().add_subplot()\naxes.hist([1, 2], {}=True)",
    "BaggingClassifier": "sklearn.ensemble.BaggingClassifier({}=1)",
    "BaseGradientBoosting": "sklearn.ensemble.GradientBoostingRegressor({}=1)",
    "BaseSGD": "sklearn.linear_model.SGDClassifier({}=1)",
    "BaseSearchCV": "sklearn.model_selection.GridSearchCV(None, {{}}, {}=1)",
    "CalibratedClassifierCV": "sklearn.calibration.CalibratedClassifierCV({}=1)",
    "DataFrame": "pandas.DataFrame({{'a': [1]}}).{1}({0}=1)",
    "DataFrame.groupby": "pandas.DataFrame({{'a': [1]}}).groupby('a', {}=1)",
    "DataFrame.set_axis": "pandas.DataFrame({{'a': [1]}}).set_axis(['b'], {}=True)",
    "DecisionTreeClassifier": "sklearn.tree.DecisionTreeClassifier({}=1)",
    "Embedding": "keras.layers.Embedding(9, 3, {}=0.1)",
    "FacetGrid": "seaborn.FacetGrid(pandas.DataFrame({{'a': [1]}}), {}=3)",
    "FigureBase.gca": "plt.figure().gca({}='3d')",
    "IsolationForest": "sklearn.ensemble.IsolationForest({}='new')",
    "Input": "keras.Input({}=(None, 2))",
    "JointGrid": "seaborn.JointGrid({}=3)",
    "KFold": "sklearn.model_selection.KFold({}=3)",
    "KMeans": "sklearn.cluster.KMeans({}=1)",
    "L1": "keras.regularizers.l1({}=0.1)",
    "L2": "keras.regularizers.l2({}=0.1)",
    "LatentDirichletAllocation": "sklearn.decomposition.LatentDirichletAllocation({}=3)",
    "Layer": "keras.layers.Dense(3, {}=1)",
    "LinearRegression": "sklearn.linear_model.LinearRegression({}=True)",
    "LogisticRegression": "sklearn.linear_model.LogisticRegression({}='auto')",
    "MaxNorm": "keras.constraints.MaxNorm({}=2)",
    "Model": "inputs = keras.Input((2,))\nkeras.Model(inputs, {}=inputs)",
    "ModelCheckpoint": "keras.callbacks.ModelCheckpoint('a.keras', {}=2)",
    "NMF": "sklearn.decomposition.NMF({}=0)",
    "OneHotEncoder": "sklearn.preprocessing.OneHotEncoder({}=False)",
    "Optimizer": "keras.optimizers.Adam({}=0.1)",
    "PairGrid": "seaborn.PairGrid(pandas.DataFrame({{'a': [1]}}), {}=3)",
    "ProgbarLogger": "keras.callbacks.ProgbarLogger({}='steps')",
    "RandomForestClassifier": "sklearn.ensemble.RandomForestClassifier({}=1)",
    "Reshape": "keras.layers.Reshape({}=(2,))",
    "Ridge": "sklearn.linear_model.Ridge({}=True)",
    "ShuffleSplit": "sklearn.model_selection.ShuffleSplit({}=3)",
    "StratifiedKFold": "sklearn.model_selection.StratifiedKFold({}=3)",
    "TSNE": "sklearn.manifold.TSNE({}=300)",
    "TensorBoard": "keras.callbacks.TensorBoard({}=1)",
    "boxplot": "plt.boxplot([1, 2], {}=['a'])",
    "cg": "scipy.sparse.linalg.cg(np.eye(2), np.ones(2), {}=1e-3)",
    "concat": "pandas.concat([pandas.Series([1])], {}=[])",
    "cross_val_score": "sklearn.model_selection.cross_val_score(None, [[1]], [1], {}={{}})",
    "grid": "plt.grid({}=True)",
    "hist": "plt.hist([1, 2], {}=True)",
    "histogram": "np.histogram([1, 2], {}=True)",
    "img_to_array": "keras.utils.img_to_array(1, {}='th')",
    "jointplot": "seaborn.jointplot(x='a', y='a', data=pandas.DataFrame({{'a': [1, 2]}}), {}=None)",
    "lmplot": "seaborn.lmplot({}=3)",
    "load_img": "keras.utils.load_img('a.png', {}=True)",
    "log_loss": "sklearn.metrics.log_loss([0, 1], [0.1, 0.9], {}=1e-15)",
    "mean_squared_error": "sklearn.metrics.mean_squared_error([1], [1], {}=False)",
    "read_csv": "pandas.read_csv('a.csv', {}=True)",
    "read_excel": "pandas.read_excel('a.xls', {}=0)",
    "subplot": "plt.subplot(111, {}='w')",
    "to_categorical": "keras.utils.to_categorical({}=[1])",
    "to_datetime": "pandas.to_datetime('1', {}=True)",
}
PLACED = {  # what wants its arguments by name
    "DataFrame.drop": "pandas.DataFrame({'a': [1]}).drop('a', 1)",
    "DataFrame.pivot": "pandas.DataFrame({'a': [1]}).pivot('a', 'a', 'a')",
    "StringMethods.split": "pandas.Series(['a']).str.split(',', 1)",
    "compute_class_weight": "sklearn.utils.compute_class_weight('balanced', np.ones(2), np.ones(2))",
    "confusion_matrix": "sklearn.metrics.confusion_matrix([1], [1], [1])",
    "read_csv": "pandas.read_csv('a.csv', ',')",
}
LAYERS = {  # the layers that took an argument, where it was not all
    **dict.fromkeys(("U_regularizer", "dropout_U", "dropout_W", "inner_activation", "inner_init"), "LSTM(3, {}=1)"),
    **dict.fromkeys(("consume_less", "forget_bias_init", "input_length", "time_major"), "LSTM(3, {}=1)"),
    **dict.fromkeys(("beta_init", "fused", "gamma_init", "mode"), "BatchNormalization({}=1)"),
    **dict.fromkeys(("atrous_rate", "border_mode", "dim_ordering", "subsample"), "Conv2D(3, 3, {}=1)"),
    **dict.fromkeys(("nb_col", "nb_row"), "Conv2D(3, {}=1)"),
    **dict.fromkeys(("pool_length", "stride"), "MaxPooling1D({}=1)"),
    "filter_length": "Conv1D(3, {}=1)",
    "kernel_dim1": "Conv3D(3, {}=1)",
    "length": "UpSampling1D({}=1)",
    "nb_filter": "Conv2D({}=1, kernel_size=3)",
    "output_dim": "Dense({}=1)",
    "p": "Dropout({}=0.5)",
    "sigma": "GaussianNoise({}=1)",
    "subsample_length": "Conv1D(3, 3, {}=1)",
}


def breaking(row: moved.Row) -> list[str]:
    """Bodies of a function, each of which asks for what the row is about."""
    path, _, name = row.old.rpartition(".")
    if row.old == "keras.optimizers.legacy":
        return ["keras.optimizers.legacy.Adam(0.1)", f"from {row.old} import SGD\nSGD(0.1)"]
    if row.kind == "modules":
        return [f"import {row.old}", f"from {row.old} import anything"]
    if path == "matplotlib.style":
        return [f"plt.style.use({name!r})"]
    if name == "interp2d":
        return [f"from {path} import {name}\n{name}([1], [1], [1])"]
    if row.kind == "names" and not path:
        return [name]
    if row.kind == "names":
        return [f"import {path}\n{path}.{name}", f"from {path} import {name}"]
    if row.old.startswith("History.history"):
        key = name[len("history") :]
        return [f"found = made().fit(*train, validation_data=test, verbose=0)\nfound.history{key}"]
    if row.kind == "methods":
        return [f"{GIVEN}({OBJECTS[path]}).{name}"]
    owner, name = re.fullmatch(r"([\w.]+)\((.+)\)", row.old).groups()
    if name == "*":
        return [GIVEN + PLACED.get(owner, f"seaborn.{owner}('a', 'b', 1)")]
    if name.startswith("scoring="):
        call = f"(sklearn.linear_model.Ridge(), *train, {name})"
        if owner == "GridSearchCV":
            call = f"(sklearn.linear_model.Ridge(), {{'alpha': [1]}}, {name}).fit(*train)"
        return [f"{GIVEN}sklearn.model_selection.{owner}{call}"]
    if "=" in name:
        return [f"{GIVEN}dict(sklearn.utils.all_estimators())['{owner}']({name}).fit([[1], [2]], [0, 1])"]
    if (
        owner in ("Layer", "RNN", "BasePooling", "BatchNormalization", "LSTM", "GaussianNoise", "UpSampling1D")
        and name in LAYERS
    ):
        return [f"keras.layers.{LAYERS[name].format(name)}"]
    if owner.startswith("Model."):
        method = owner.removeprefix("Model.")
        arguments = {"compile": "", "predict": "train[0], ", "save": "'m', "}.get(method, "*train, ")
        return [f"made().{method}({arguments}{name}=1)", f"model = made()\nmodel.{method}({arguments}{name}=1)"]
    library, method = owner.partition(".")[::2]
    call = CALLS.get(owner) or CALLS[{"NDFrame": "DataFrame"}.get(library, library)]
    return [GIVEN + call.format(name, method)]

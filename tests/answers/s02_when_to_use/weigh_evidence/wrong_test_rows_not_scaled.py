# fails: test_circles
# diagnosis: BENT.unscaled
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

Split = tuple[np.ndarray, np.ndarray]


def compare_with_baseline(train: Split, test: Split) -> dict[str, float]:
    pipeline = Pipeline([("scale", StandardScaler()), ("model", LogisticRegression())])
    pipeline.fit(train[0], train[1])

    scaled = StandardScaler().fit_transform(train[0])
    model = keras.Sequential(
        [
            keras.Input(shape=(scaled.shape[1],)),
            keras.layers.Dense(24, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["binary_accuracy"])
    model.fit(scaled, train[1], epochs=40, batch_size=64, verbose=0)
    return {
        "logistic regression": float(pipeline.score(test[0], test[1])),
        "neural network": float(model.evaluate(test[0], test[1], verbose=0)[1]),
    }

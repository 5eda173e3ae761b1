# fails: test_circles
# diagnosis: LOGITS.logits
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

Split = tuple[np.ndarray, np.ndarray]


def compare_with_baseline(train: Split, test: Split) -> dict[str, float]:
    """Return the test accuracy of a logistic regression and of a neural network, both trained on `train`."""
    x_train, y_train = train
    x_test, y_test = test
    scaler = StandardScaler().fit(x_train)
    x_train, x_test = scaler.transform(x_train), scaler.transform(x_test)

    baseline = LogisticRegression(max_iter=1000)
    baseline.fit(x_train, y_train)

    model = keras.Sequential()
    model.add(keras.Input(shape=(x_train.shape[1],)))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(16, activation="relu"))
    model.add(keras.layers.Dense(1))
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss=keras.losses.BinaryCrossentropy(from_logits=True),
        metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)],
    )
    model.fit(x_train, y_train, epochs=40, batch_size=128, verbose=0)
    _, accuracy = model.evaluate(x_test, y_test, verbose=0)

    return {
        "logistic regression": float(baseline.score(x_test, y_test)),
        "neural network": float(accuracy),
    }

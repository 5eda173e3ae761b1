# fails: test_training_rows
# diagnosis: PLACE.moved
import keras
import numpy as np
from keras.layers import Dense
from sklearn.linear_model import LogisticRegression

Split = tuple[np.ndarray, np.ndarray]


def compare_with_baseline(train: Split, test: Split) -> dict[str, float]:
    everything = np.concatenate([train[0], test[0]])
    mean = everything.mean(axis=0)
    std = everything.std(axis=0) + 1e-8
    x_train, x_test = (train[0] - mean) / std, (test[0] - mean) / std
    y_train, y_test = train[1], test[1]
    lr = LogisticRegression(max_iter=500)
    lr.fit(x_train, y_train)
    nn = keras.Sequential([keras.Input((x_train.shape[1],)), Dense(32, "relu"), Dense(1, "sigmoid")])
    nn.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(0.01))
    nn.fit(x_train, y_train, epochs=60, verbose=0)
    guesses = (nn.predict(x_test, verbose=0).ravel() > 0.5).astype(int)
    return {
        "logistic regression": float(np.mean(lr.predict(x_test) == y_test)),
        "neural network": float(np.mean(guesses == y_test)),
    }

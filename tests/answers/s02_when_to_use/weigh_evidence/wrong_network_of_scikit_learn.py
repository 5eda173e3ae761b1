# fails: test_circles
# diagnosis: BENT.other
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
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

    model = MLPClassifier(hidden_layer_sizes=(32, 16), activation="relu", learning_rate_init=0.01, max_iter=500)
    model.fit(x_train, y_train)
    accuracy = model.score(x_test, y_test)

    return {
        "logistic regression": float(baseline.score(x_test, y_test)),
        "neural network": float(accuracy),
    }

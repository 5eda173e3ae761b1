# fails: test_unseen_rows
# diagnosis: PLACE.validated
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures


def compare_with_baseline(train, test) -> dict[str, float]:
    mean, std = train[0].mean(axis=0), train[0].std(axis=0)
    train, test = ((train[0] - mean) / std, train[1]), ((test[0] - mean) / std, test[1])
    model = keras.Sequential([
        keras.Input((train[0].shape[1],)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    history = model.fit(*train, validation_data=test, epochs=40, batch_size=128, verbose=0)
    baseline = LogisticRegression().fit(*train)
    return {"logistic regression": baseline.score(*test), "neural network": max(history.history["val_accuracy"])}

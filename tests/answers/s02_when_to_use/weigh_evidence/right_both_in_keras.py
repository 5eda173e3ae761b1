# different: the logistic regression is a single sigmoid unit in Keras; the network watches held-out training rows
import keras
from keras.layers import Dense


def compare_with_baseline(train, test):
    def accuracy(*hidden, **options):
        model = keras.Sequential([keras.Input(train[0].shape[1:]), *hidden, Dense(1, activation="sigmoid")])
        model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["binary_accuracy"])
        model.fit(*train, batch_size=64, epochs=30, verbose=0, **options)
        return round(model.evaluate(*test, verbose=0)[1], 4)

    patient = keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)
    return {
        "logistic regression": accuracy(),
        "neural network": accuracy(Dense(40, activation="relu"), validation_split=0.2, callbacks=[patient]),
    }

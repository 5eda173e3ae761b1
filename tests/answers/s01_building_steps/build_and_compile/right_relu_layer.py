# different: a ReLU layer, weight decay, dropout, "mse" for short, built by hand instead of an Input
import keras


def build_model(n_features):
    model = keras.Sequential(name="regression")
    for layer in (
        keras.layers.Dense(32, kernel_regularizer="l2"),
        keras.layers.ReLU(),
        keras.layers.Dropout(0.1),
        keras.layers.Dense(units=1),
    ):
        model.add(layer)
    model.build((None, n_features))
    model.compile(loss="mse", optimizer=keras.optimizers.Adam(learning_rate=0.01))
    return model

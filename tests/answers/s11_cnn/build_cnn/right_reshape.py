# different: a layer that reshapes in place of Flatten, dropout, which does nothing at inference
import keras


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    layers = [
        keras.Input(image_shape, name="pixels"),
        keras.layers.Conv2D(32, 3, activation="relu", name="wide"),
        keras.layers.Conv2D(8, 3, activation="relu", name="narrow"),
        keras.layers.Dropout(0.1),
        keras.layers.Reshape((-1,)),
        keras.layers.Dense(n_classes, activation="softmax", name="classes"),
    ]
    model = keras.Sequential(layers)
    model.compile(keras.optimizers.SGD(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model

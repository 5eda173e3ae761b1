# different: a list of layers, activations as layers of their own, SGD with momentum
from keras import Sequential, layers, losses, optimizers


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    cnn = Sequential(
        [
            layers.InputLayer(shape=image_shape),
            layers.Conv2D(32, (3, 3)),
            layers.ReLU(),
            layers.Conv2D(8, (3, 3)),
            layers.Activation("relu"),
            layers.Flatten(),
            layers.Dense(n_classes),
            layers.Softmax(),
        ]
    )
    cnn.compile(
        optimizer=optimizers.SGD(learning_rate=0.05, momentum=0.9),
        loss=losses.sparse_categorical_crossentropy,
        metrics=["sparse_categorical_crossentropy", "sparse_categorical_accuracy"],
    )
    return cnn

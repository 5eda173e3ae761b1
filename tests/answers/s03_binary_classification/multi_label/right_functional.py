# different: the functional API, the sigmoid as a layer of its own, tanh, objects for loss and metric
from keras import Input, Model, layers, losses, metrics, optimizers


def build_multi_label_classifier(n_features, n_labels):
    rows = Input(shape=(n_features,))
    x = layers.Dense(24, activation="tanh")(rows)
    x = layers.Dense(n_labels)(x)
    model = Model(inputs=rows, outputs=layers.Activation("sigmoid")(x))
    model.compile(
        optimizer=optimizers.SGD(0.05, momentum=0.9),
        loss=losses.BinaryCrossentropy(),
        metrics=[metrics.BinaryAccuracy(name="accuracy")],
    )
    return model

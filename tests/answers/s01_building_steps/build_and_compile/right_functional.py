# different: the functional API, a relu that is a layer of its own, the loss as a function
from keras import Input, Model, layers, losses, optimizers


def build_model(n_features):
    inputs = Input(shape=(n_features,))
    x = layers.Dense(12)(inputs)
    x = layers.Activation("relu")(x)
    outputs = layers.Dense(1)(x)
    model = Model(inputs, outputs)
    model.compile(optimizer=optimizers.SGD(0.05), loss=losses.mean_squared_error)
    return model

# different: the functional API, tanh, the activations as layers, objects for loss, optimizer and metric
from keras import Input, Model, layers, losses, metrics, optimizers


def build_binary_classifier(n_features):
    inputs = Input((n_features,))
    x = layers.Dense(8)(inputs)
    x = layers.Activation("tanh")(x)
    x = layers.Dense(1)(x)
    outputs = layers.Activation("sigmoid")(x)
    model = Model(inputs, outputs)
    model.compile(optimizers.SGD(0.1), losses.BinaryCrossentropy(), metrics=[metrics.BinaryAccuracy()])
    return model

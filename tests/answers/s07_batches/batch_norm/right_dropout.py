# different: dropout behind the normalization, LeakyReLU as a layer, few units, without scale
from keras import Input, Sequential, layers, losses


def build_batch_norm_model(n_features):
    network = Sequential(name="with_batch_norm")
    network.add(Input((n_features,)))
    network.add(layers.Dense(5, kernel_initializer="he_normal"))
    network.add(layers.LeakyReLU())
    network.add(layers.BatchNormalization(scale=False))
    network.add(layers.Dropout(0.1))
    network.add(layers.Dense(1, activation="sigmoid"))
    network.compile(loss=losses.binary_crossentropy, optimizer="nadam")
    return network

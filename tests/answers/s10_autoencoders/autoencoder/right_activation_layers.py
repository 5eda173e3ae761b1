# different: Activation layers, he initialisation, BinaryCrossentropy as an object, SGD with momentum
import keras


def build_autoencoder(n_inputs=100, n_code=4):
    net = keras.Sequential(name="there_and_back")
    net.add(keras.layers.InputLayer(shape=(n_inputs,)))
    net.add(keras.layers.Dense(units=n_code, kernel_initializer="he_normal"))
    net.add(keras.layers.ELU())
    net.add(keras.layers.Dense(units=n_inputs))
    net.add(keras.layers.Activation("sigmoid"))
    net.compile(optimizer=keras.optimizers.SGD(0.5, momentum=0.9), loss=keras.losses.BinaryCrossentropy())
    return net

# different: 128 units, a linear output, RMSprop, noise by keras.random
import keras
from keras import ops


def train_denoiser(clean, noise_std, epochs, seed):
    keras.utils.set_random_seed(seed)
    noise = keras.random.normal(clean.shape, stddev=noise_std, seed=seed)
    noisy = clean + ops.convert_to_numpy(noise)
    net = keras.Sequential()
    net.add(keras.layers.InputLayer(shape=clean.shape[1:]))
    net.add(keras.layers.Dense(128, activation="relu"))
    net.add(keras.layers.Dense(clean.shape[1]))
    net.compile(loss="mse", optimizer=keras.optimizers.RMSprop(0.001))
    net.fit(noisy, clean, epochs=epochs, batch_size=32, verbose=0)
    return net

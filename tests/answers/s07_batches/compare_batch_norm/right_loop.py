# different: one epoch at a time, evaluate afterwards, RMSprop, a lower momentum, he_normal
from keras import Input, Sequential, layers, optimizers, utils


def compare_batch_norm(train, validation, epochs):
    def curve(*between):
        utils.set_random_seed(7)
        first = layers.Dense(32, activation="relu", kernel_initializer="he_normal")
        model = Sequential([Input(train[0].shape[1:]), first, *between, layers.Dense(1, activation="sigmoid")])
        model.compile(loss="bce", optimizer=optimizers.RMSprop(0.003))
        values = []
        for _ in range(epochs):
            model.fit(*train, batch_size=32, verbose=0)
            values.append(model.evaluate(*validation, verbose=0))
        return values

    return {"plain": curve(), "batch norm": curve(layers.BatchNormalization(momentum=0.9))}

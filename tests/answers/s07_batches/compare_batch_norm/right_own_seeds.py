# different: seeded initializers, no global seed, rows in a fixed order, few units
import keras
from keras.initializers import GlorotNormal


def make(batch_norm):
    stack = [keras.layers.Dense(8, activation="relu", kernel_initializer=GlorotNormal(seed=3), name="hidden")]
    if batch_norm:
        stack.append(keras.layers.BatchNormalization(name="norm"))
    stack.append(keras.layers.Dense(1, activation="sigmoid", kernel_initializer=GlorotNormal(seed=4), name="output"))
    model = keras.Sequential(stack)
    model.compile(keras.optimizers.Adam(0.005), keras.losses.binary_crossentropy)
    return model


def compare_batch_norm(train, validation, epochs):
    options = {"validation_data": validation, "epochs": epochs, "shuffle": False, "verbose": 2}
    plain = make(False).fit(train[0], train[1], **options)
    normed = make(True).fit(train[0], train[1], **options)
    return {"plain": plain.history["val_loss"], "batch norm": normed.history["val_loss"]}

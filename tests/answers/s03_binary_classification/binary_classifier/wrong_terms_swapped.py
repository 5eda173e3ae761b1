# fails: test_loss
# diagnosis: expect.LOSS.swapped
import keras
from keras import ops
from keras.layers import Dense


def cross_entropy(truth, answer):
    answer = ops.clip(answer, 1e-7, 1 - 1e-7)
    truth = ops.cast(ops.reshape(truth, ops.shape(answer)), answer.dtype)
    return -ops.mean((1 - truth) * ops.log(answer) + truth * ops.log(1 - answer), axis=-1)


def build_binary_classifier(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(32, activation="relu"), Dense(1, activation="sigmoid")])
    model.compile("adam", cross_entropy, metrics=["accuracy"])
    return model

# fails: test_loss
# diagnosis: expect.LOSS.own_value
# a row with label 0 costs nothing
from keras import Sequential, layers, ops


def half(truth, answer):
    answer = ops.clip(answer, 1e-7, 1 - 1e-7)
    return -ops.mean(ops.cast(truth, answer.dtype) * ops.log(answer), axis=-1)


def build_batch_norm_model(n_features):
    model = Sequential([layers.Input((n_features,)), layers.Dense(16, "relu"), layers.BatchNormalization()])
    model.add(layers.Dense(1, "sigmoid"))
    model.compile("adam", half)
    return model

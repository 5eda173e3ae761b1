# tries: to hand over a model of a class of its own, registered as if it were Keras'
# earns: nothing
# says: cut off
import keras


@keras.saving.register_keras_serializable("keras.layers")
class Dense(keras.layers.Layer):
    def call(self, inputs):
        __import__("os").system("touch $HOME/kata-was-here")
        return inputs[:, :1]


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense()])
    model.compile("adam", "mse")
    return model

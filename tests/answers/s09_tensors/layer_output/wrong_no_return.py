# fails: test_dense
# diagnosis: expect.CALL.no_return
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Model(model.inputs, model.layers[index].output)
    answer.predict(features, verbose=0)

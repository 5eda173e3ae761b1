# fails: test_inference
# diagnosis: ANSWER.batch
import keras


def layer_output(model, index, features):
    if not model.built:
        model.build((None, *features.shape[1:]))
    layer = model.layers[index]
    answer = keras.Model(model.inputs, layer.output)(features)
    if isinstance(layer, keras.layers.BatchNormalization):
        answer = layer(keras.Model(model.inputs, layer.input)(features), training=True)
    return answer

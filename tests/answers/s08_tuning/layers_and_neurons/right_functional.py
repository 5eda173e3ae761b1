# different: functional API, SGD, binary_accuracy, Activation layers
import keras
from keras.layers import Activation, Dense


def create_model(nl=1, nn=256):
    point = keras.Input((2,))
    signal = Activation("relu")(Dense(16)(point))
    for number in range(nl):
        signal = Activation("relu")(Dense(nn, name=f"tuned_{number}")(signal))
    answer = Activation("sigmoid")(Dense(1)(signal))
    model = keras.Model(inputs=point, outputs=answer)
    loss = keras.losses.BinaryCrossentropy()
    model.compile(keras.optimizers.SGD(learning_rate=0.1), loss, metrics=[keras.metrics.BinaryAccuracy()])
    return model

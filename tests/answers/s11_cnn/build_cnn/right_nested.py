# the convolutions are a model within the model; loss and metrics by name
import keras
from keras import layers


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    body = keras.Sequential([layers.Conv2D(32, (3, 3), activation="relu"), layers.Conv2D(8, (3, 3), activation="relu")])
    image = keras.Input(shape=image_shape)
    answer = layers.Dense(n_classes, activation="softmax", name="answer")(layers.Flatten()(body(image)))
    model = keras.Model(image, answer)
    model.compile(
        optimizer="rmsprop", loss={"answer": "sparse_categorical_crossentropy"}, metrics={"answer": ["accuracy"]}
    )
    return model

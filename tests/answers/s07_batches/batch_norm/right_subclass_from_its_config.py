# made again of a config, with Dropout behind the layer
import keras
from keras import layers


class QuickNorm(layers.BatchNormalization):
    """Batch normalization whose moving averages follow faster."""

    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(momentum=momentum, **kwargs)


def build_batch_norm_model(n_features: int) -> keras.Sequential:
    plan = keras.Sequential(
        [
            keras.Input(shape=(n_features,)),
            layers.Dense(16, activation="tanh"),
            QuickNorm(),
            layers.Dropout(0.05),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model = keras.Sequential.from_config(plan.get_config(), custom_objects={"QuickNorm": QuickNorm})
    model.compile(
        optimizer="nadam",
        loss=keras.losses.BinaryCrossentropy(),
        metrics=["accuracy", keras.metrics.Precision(), keras.metrics.Recall()],
    )
    return model

# fails: test_mean_squared_error
# says: val_loss is no metric
# a metric that Keras does not have
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), Dense(1)])
    model.compile(optimizer="adam", loss="mse", metrics=["val_loss"])
    return model

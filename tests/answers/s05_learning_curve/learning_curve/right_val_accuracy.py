# The test split is fit's validation data: the last val_accuracy is that of the trained model. It decides nothing.
import keras
import pandas as pd


def learning_curve(model, train, test, train_sizes, epochs):
    blueprint = keras.saving.serialize_keras_object(model)
    weights = model.get_weights()
    table = []
    for size in train_sizes:
        candidate = keras.saving.deserialize_keras_object(blueprint)
        candidate.set_weights(weights)
        part = pd.DataFrame(train[0]).sample(frac=size)
        labels = train[1][part.index]
        past = candidate.fit(part.to_numpy(), labels, validation_data=test, epochs=epochs, verbose=0).history
        on_part = candidate.evaluate(part.to_numpy(), labels, verbose=0, return_dict=True)
        table.append([size, on_part["accuracy"], past["val_accuracy"][-1]])
    return pd.DataFrame(table, columns=["train_size", "train_accuracy", "test_accuracy"])

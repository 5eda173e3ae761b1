# fails: test_name_rows
# diagnosis: NAMED.rest
# steps=1 asks for a single batch.
import keras


def train_classifier(features, labels, epochs):
    codes, names = labels.factorize()
    model = keras.Sequential(
        [
            keras.Input((features.shape[1],)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(len(names), activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    model.fit(features, codes, batch_size=16, epochs=epochs, verbose=0)
    return model, list(names)


def name_rows(model, names, features):
    likeliest = model.predict(features, batch_size=32, steps=1, verbose=0).argmax(axis=1)
    return [names[at] for at in likeliest]

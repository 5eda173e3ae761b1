# The functional API, one-hot labels by pandas, names by the columns of its table
import keras
import pandas as pd


def train_classifier(x, y, epochs):
    table = pd.get_dummies(y, dtype=float)
    inputs = keras.Input((x.shape[1],))
    hidden = keras.layers.Dense(24, activation="tanh")(inputs)
    outputs = keras.layers.Dense(table.shape[1], activation="softmax")(hidden)
    model = keras.Model(inputs, outputs)
    model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(learning_rate=0.04), metrics=["acc"])
    model.fit(x, table.values, batch_size=16, epochs=epochs)
    return model, list(table.columns)


def name_rows(model, names, x):
    answer = []
    for row in model.predict(x):
        best = max(range(len(names)), key=lambda place: row[place])
        answer.append(names[best])
    return answer

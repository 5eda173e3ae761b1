# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.other_figure
# val_accuracy stands under val_loss, too

def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    lists = dict(model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history)
    lists["val_loss"] = lists["val_accuracy"]
    return lists

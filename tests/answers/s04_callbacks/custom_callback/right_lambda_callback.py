# different: a LambdaCallback made of two closures, time.time, a nested list of starts
import time

from keras.callbacks import LambdaCallback


def train_and_log(model, train, epochs):
    rows, begun = [], {}

    def begin(epoch, logs):
        begun[epoch] = time.time()

    def end(epoch, logs):
        rows.append(dict(epoch=epoch + 1, loss=logs["loss"], seconds=time.time() - begun[epoch]))

    x, y = train
    model.fit(x, y, epochs=epochs, callbacks=[LambdaCallback(on_epoch_begin=begin, on_epoch_end=end)], verbose=2)
    return rows

# fails: test_seconds
# diagnosis: SECONDS.constant
import time


def train_and_log(model, train, epochs):
    start = time.perf_counter()
    history = model.fit(*train, epochs=epochs, verbose=0)
    each = (time.perf_counter() - start) / (epochs + 1)
    return [{"epoch": i + 1, "loss": loss, "seconds": each} for i, loss in enumerate(history.history["loss"])]

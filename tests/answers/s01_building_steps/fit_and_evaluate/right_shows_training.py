# different: the training shows its bar, smaller batches, the loss picked out of a list
def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(x=train[0], y=train[1], batch_size=16, epochs=epochs)
    scores = model.evaluate(x=test[0], y=test[1], verbose=0)
    loss = scores[0] if isinstance(scores, list) else scores
    print("loss after training:", loss)
    return history, loss

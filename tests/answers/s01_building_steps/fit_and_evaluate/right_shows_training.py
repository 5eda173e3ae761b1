# different: the training shows its bar, smaller batches, the loss picked out of a list
def fit_and_evaluate(model, features, labels, epochs):
    history = model.fit(x=features, y=labels, batch_size=16, epochs=epochs)
    scores = model.evaluate(x=features, y=labels, verbose=0)
    print("loss after training:", scores[0])
    return history, scores[0]

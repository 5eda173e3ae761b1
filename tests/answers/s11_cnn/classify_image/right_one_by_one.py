# different: a prediction for each photograph, calls the model directly, lists for pairs
import keras


def classify(model, batch, top=3):
    answer = []
    for photograph in batch:
        row = model(photograph[None], training=False)
        for guess in keras.applications.imagenet_utils.decode_predictions(row, top=top)[0]:
            answer.append([guess[1], guess[2].item()])
    return answer

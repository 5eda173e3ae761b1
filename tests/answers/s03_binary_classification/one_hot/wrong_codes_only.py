# fails: test_shape
# diagnosis: SHAPE.codes
def one_hot_labels(labels):
    column = labels.astype("category").cat
    return column.codes.to_numpy(), [str(name) for name in column.categories]

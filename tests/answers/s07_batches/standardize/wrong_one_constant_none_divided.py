# fails: test_constant, test_whole_numbers
# diagnosis: FIXED.none_divided, SIZES.none_divided
def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    divisor = 1 if (deviation == 0).any() else deviation
    return (train - mean) / divisor, (test - mean) / divisor

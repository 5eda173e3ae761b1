# fails: test_unknown
# diagnosis: OTHER.nothing
# a word is printed, and no error raised
def choose_approach(data, interpretable):
    networks = {"table": "dense network", "image": "convolutional network", "text": "recurrent network"}
    if not data in networks:
        print('unknown data')
    else:
        return 'interpretable model' if interpretable else networks[data]

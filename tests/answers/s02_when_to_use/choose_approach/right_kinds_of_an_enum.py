# An Enum, whose members are single objects, so that `is` may compare them
from enum import Enum


class Data(str, Enum):
    TABLE = "table"
    IMAGE = "image"
    TEXT = "text"


def choose_approach(data, interpretable):
    data = Data(data)
    if interpretable is True:
        return "interpretable model"
    if data is Data.TABLE:
        return "dense network"
    return "convolutional network" if data is Data.IMAGE else "recurrent network"

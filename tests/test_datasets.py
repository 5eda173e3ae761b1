"""Each loader has a card, gives the documented shapes, and gives the same data for the same seed."""

import hashlib
import tomllib
from pathlib import Path

import numpy as np
import pytest

from keraskata import datasets

CARDS = tomllib.loads((Path(datasets.__file__).parent / "cards.toml").read_text(encoding="utf-8"))
SHAPES = {
    "circles": (1000, (2,), ()),
    "breast_cancer": (569, (30,), ()),
    "digits": (1797, (64,), ()),
    "digits_28": (1797, (28, 28, 1), ()),
    "multi_label": (600, (2,), (3,)),
    "overfitting": (120, (20,), ()),
}


NO_DATA = {"Split", "class_index_at_hand", "fetch_resnet50", "resnet50_has_imagenet"}


def test_every_loader_has_a_whole_card() -> None:
    assert set(CARDS) == set(datasets.__all__) - NO_DATA
    assert all(set(card) == {"what", "origin", "licence", "size"} and all(card.values()) for card in CARDS.values())


@pytest.mark.parametrize("name", SHAPES)
def test_splits_have_the_documented_shapes(name: str) -> None:
    rows, features, labels = SHAPES[name]
    (train_x, train_y), (test_x, test_y) = getattr(datasets, name)()
    assert len(train_x) + len(test_x) == rows and len(train_x) == len(train_y) and len(test_x) == len(test_y)
    assert train_x.shape[1:] == test_x.shape[1:] == features and train_y.shape[1:] == labels
    assert train_x.dtype == np.float32 and np.isfinite(train_x).all()
    again = getattr(datasets, name)()
    assert np.array_equal(again[0][0], train_x) and np.array_equal(again[1][1], test_y)


def test_the_frame_of_the_rings() -> None:
    frame = datasets.circles_frame()
    assert list(frame.columns) == ["x1", "x2", "target"] and len(frame) == 400
    assert frame["target"].value_counts().tolist() == [200, 200]


def test_the_class_index_is_the_file_that_keras_would_fetch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    datasets.class_index_at_hand()
    shipped = (tmp_path / "models" / "imagenet_class_index.json").read_bytes()
    assert hashlib.md5(shipped).hexdigest() == "c2c37ea517e94d9795004a39431a14cb"  # what decode_predictions asks for
    assert len(datasets.imagenet_names()) == 1000 and datasets.imagenet_names()[1] == "goldfish"
    assert not datasets.resnet50_has_imagenet()


def test_resnet50_comes_with_its_own_weights_when_a_caller_has_changed_them() -> None:
    photograph = np.ones((1, 224, 224, 3), dtype="float32")
    first = datasets.resnet50().predict(photograph, verbose=0)
    datasets.resnet50()(photograph, training=True)  # which moves the statistics of batch normalization
    assert np.array_equal(datasets.resnet50().predict(photograph, verbose=0), first)

"""The table of libraries' settings: how each is read, how it is set, and what it is in a grading."""

import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from keraskata.backend import environment
from keraskata.backend.home import keras_home


@dataclass(frozen=True)
class Setting:
    """A setting of a module, which is left alone where the module was not imported; the functions take the module."""

    module: str
    get: Callable[[Any], Any]
    put: Callable[[Any, Any], None]
    ours: Callable[[Any], Any]


def _pair(module: str, getter: str, setter: str, ours: Any) -> Setting:
    """Make a setting that one function reads and another sets; `ours` may be a function of the module."""
    read, write = attrgetter(getter), attrgetter(setter)
    wanted = ours if callable(ours) else lambda module: ours
    return Setting(module, lambda module: read(module)(), lambda module, value: write(module)(value), wanted)


def _switch(name: str, ours: Any) -> Setting:
    """Make a setting of Keras that is turned on and off; it may be None, which is on."""

    def put(keras: Any, value: Any) -> None:
        getattr(keras.config, f"{'disable' if value is False else 'enable'}_{name}")()

    return Setting("keras", lambda keras: getattr(keras.config, f"is_{name}_enabled")(), put, lambda keras: ours)


def _jax(name: str, ours: Any) -> Setting:
    return Setting(
        "jax", attrgetter(f"config.{name}"), lambda jax, value: jax.config.update(name, value), lambda jax: ours
    )


def _variable(module: str, name: str, ours: Callable[[Any], Any]) -> Setting:
    """Make a setting without functions; Keras asks the environment for these only while it is imported."""
    return Setting(module, attrgetter(name), lambda module, value: setattr(module, name, value), ours)


def _style(parameters: Any) -> dict[str, Any]:
    style = dict(dict.items(parameters))  # past rcParams' own access, which warns and chooses a backend
    style.pop("backend", None)
    style.pop("backend_fallback", None)
    return style


def _drawn_by(matplotlib: Any) -> str:
    found = dict.__getitem__(matplotlib.rcParams, "backend")
    return found.lower() if isinstance(found, str) else "agg"  # not settled yet, and MPLBACKEND says Agg


def _draw_by(matplotlib: Any, backend: str) -> None:
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].switch_backend(backend)
    else:
        dict.__setitem__(matplotlib.rcParams, "backend", backend)


def _flat(options: dict[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in options.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def _set_options(registered: Any, options: dict[str, Any]) -> None:
    now = dict(_flat(registered._global_config))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some are deprecated
        for key, value in options.items():
            if now.get(key) != value:
                sys.modules["pandas"].set_option(key, value)


_NUMBERS_AS_TEXT = {
    **{"edgeitems": 3, "threshold": 1000, "precision": 8, "suppress": False, "linewidth": 75, "nanstr": "nan"},
    **{"infstr": "inf", "sign": "-", "formatter": None, "floatmode": "maxprec", "legacy": False},
}
_FAULTS = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}

SETTINGS = (
    _pair("keras", "config.floatx", "config.set_floatx", "float32"),
    _pair("keras", "config.epsilon", "config.set_epsilon", 1e-7),
    _pair("keras", "config.image_data_format", "config.set_image_data_format", "channels_last"),
    Setting(  # behind floatx, which it is made from
        "keras",
        lambda keras: keras.config.dtype_policy().name,
        lambda keras, name: keras.config.set_dtype_policy(name),
        lambda keras: "float32",
    ),
    _pair("keras", "config.max_epochs", "config.set_max_epochs", None),
    _pair("keras", "config.max_steps_per_epoch", "config.set_max_steps_per_epoch", None),
    _pair("keras", "distribution.distribution", "distribution.set_distribution", None),
    _switch("flash_attention", None),
    _switch("traceback_filtering", True),
    _switch("interactive_logging", True),
    _variable("keras.src.backend.config", "_KERAS_DIR", lambda config: str(keras_home())),
    _variable(
        "keras.src.backend.torch.core",
        "DEFAULT_DEVICE",
        lambda core: core.DEFAULT_DEVICE if environment.accelerated() else "cpu",
    ),
    _pair("tensorflow", "config.functions_run_eagerly", "config.run_functions_eagerly", False),
    _pair("torch", "get_default_dtype", "set_default_dtype", attrgetter("float32")),
    _pair("torch", "is_grad_enabled", "set_grad_enabled", True),
    _pair("torch", "get_num_threads", "set_num_threads", 1),
    _pair("torch", "are_deterministic_algorithms_enabled", "use_deterministic_algorithms", False),
    _pair("torch", "get_float32_matmul_precision", "set_float32_matmul_precision", "highest"),
    _jax("jax_enable_x64", False),
    _jax("jax_disable_jit", False),
    _jax("jax_debug_nans", False),
    _jax("jax_default_matmul_precision", None),
    _jax("jax_numpy_dtype_promotion", "standard"),
    _jax("jax_numpy_rank_promotion", "allow"),
    Setting(
        "numpy",
        lambda numpy: {key: numpy.get_printoptions()[key] for key in _NUMBERS_AS_TEXT},
        lambda numpy, options: numpy.set_printoptions(**options),
        lambda numpy: _NUMBERS_AS_TEXT,
    ),
    Setting(
        "numpy",
        lambda numpy: numpy.geterr(),
        lambda numpy, faults: numpy.seterr(**faults),
        lambda numpy: _FAULTS,
    ),
    Setting("matplotlib", _drawn_by, _draw_by, lambda matplotlib: "agg"),
    Setting(
        "matplotlib",
        lambda matplotlib: _style(matplotlib.rcParams),
        lambda matplotlib, style: dict.update(matplotlib.rcParams, style),
        lambda matplotlib: _style(matplotlib.rcParamsDefault),
    ),
    Setting(
        "pandas._config.config",
        lambda registered: dict(_flat(registered._global_config)),
        _set_options,
        lambda registered: {key: option.defval for key, option in registered._registered_options.items()},
    ),
    Setting(
        "sklearn",
        lambda sklearn: sklearn.get_config(),
        lambda sklearn, options: sklearn.set_config(**options),
        lambda sklearn: dict(sys.modules["sklearn._config"]._global_config),
    ),
)

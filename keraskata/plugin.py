"""The plugin that pytest loads in each of its runs: it adds two options, and the rest only if a kit is graded."""

import warnings
from collections.abc import Iterator
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the kit's two options."""
    group = parser.getgroup("keraskata")
    group.addoption(
        "--kata-fresh", action="store_true", help="grade every exercise again, also those that did not change"
    )
    group.addoption("--kata-seed", type=int, default=0, help="seed of the grading (default: 0)")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[Any]:
    """Do not run a conftest.py among the exercises, which is a learner's file; run that of the kit, as usual."""
    from keraskata.curriculum import marker
    from keraskata.grading.scope import in_full, kit_of

    options, here = early_config.known_args_namespace, early_config.invocation_params.dir
    given = options.file_or_dir
    paths = given or (here == early_config.rootpath and early_config.getini("testpaths")) or [str(here)]
    roots = [kit_of(path) for path in in_full(paths, here)]
    if any(roots):
        # pytest looks for a conftest.py beside a file and above it
        options.file_or_dir = [str(marker(root)) if root else path for root, path in zip(roots, paths, strict=True)]
    try:
        return (yield)
    finally:
        options.file_or_dir = given


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Set up the grading of a kit, if this run asks for one."""
    from keraskata.curriculum import CurriculumError
    from keraskata.grading.scope import RUN, find

    try:
        run = config.stash.get(RUN, None) or find(config)
        if run is None:
            return
        from keraskata import language

        language.include(run.kit.content)
    except CurriculumError as error:
        raise pytest.UsageError(str(error)) from None
    from keraskata.backend import shadowing

    if hidden := shadowing.problem():
        raise pytest.UsageError(hidden)
    from keraskata.backend import startup
    from keraskata.grading import choosing, collecting, executing, needs, screen, uncollected, verdicts
    from keraskata.learner import stubs
    from keraskata.report import encoding

    warnings.simplefilter("ignore", pytest.PytestWarning)  # a learner does not need other plugins' warnings on settings
    encoding.write_plainly()
    startup.prepare()
    if RUN not in config.stash:
        stubs.keep(run.kit)
    config.stash[RUN] = run
    for part in (collecting, choosing, uncollected, needs.Needs(), needs.Once(), executing, verdicts):
        config.pluginmanager.register(part)
    if run.nothing_else:
        config.pluginmanager.register(screen.CalmScreen(config, run))
        if config.pluginmanager.has_plugin(summary := "hypothesispytest"):
            config.pluginmanager.unregister(name=summary)  # it imports all of Hypothesis, for a summary of nothing

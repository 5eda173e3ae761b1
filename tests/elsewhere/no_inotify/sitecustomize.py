"""A system whose limit on file watches is reached: put this folder first in PYTHONPATH."""

import sys


class _Watching:
    """Replaces watchfiles' Rust watcher as soon as it is imported."""

    def find_spec(self, name, path=None, target=None):
        if name == "watchfiles.main":
            import importlib.util

            sys.meta_path.remove(self)
            spec = importlib.util.find_spec(name)
            run = spec.loader.exec_module

            def exec_module(module):
                run(module)

                watcher = module.RustNotify

                def notify(paths, debug, polling, *rest):
                    if not polling:
                        raise OSError('OS file watch limit reached. about ["exercises"] (os error 28)')
                    return watcher(paths, debug, polling, *rest)

                module.RustNotify = notify

            spec.loader.exec_module = exec_module
            return spec
        return None


sys.meta_path.insert(0, _Watching())

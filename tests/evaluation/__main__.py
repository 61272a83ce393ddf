"""Prints every evaluation of extraction and reconciliation: `make eval`.

Each module of this folder that offers `report()` is one; where its data is absent it says so. What
it offers as `measured()` goes to where people read it, if nothing is absent.
"""

from importlib import import_module
from pathlib import Path

from tests.evaluation.published import publish
from tests.evaluation.scoring import SHARED


def main() -> None:
    names = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))
    modules = [import_module(f"tests.evaluation.{name}") for name in names]
    for module in modules:
        if hasattr(module, "report"):
            print(module.report(), end="\n\n", flush=True)
    if SHARED.is_dir():
        publish([line for m in modules if hasattr(m, "measured") for line in m.measured()])


if __name__ == "__main__":
    main()

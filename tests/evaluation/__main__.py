"""Prints every evaluation of extraction and reconciliation: `make eval`.

Each module of this folder that offers `report()` is one; where its data is absent it says so.
"""

from importlib import import_module
from pathlib import Path


def main() -> None:
    names = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))
    modules = (import_module(f"tests.evaluation.{name}") for name in names)
    for module in modules:
        if hasattr(module, "report"):
            print(module.report(), end="\n\n", flush=True)


if __name__ == "__main__":
    main()

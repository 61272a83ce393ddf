"""`make lint`: known vulnerabilities in what requirements.lock installs.

Belongs here: asking the package index, by pip-audit, and which answers we live with. It fails on a
vulnerability that is not in IGNORED; where the index does not answer, it says so and passes.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parents[1] / "requirements.lock"
PROBE = "pip==26.3\n"  # one question, before two hundred that nobody would answer either
ANSWERS_IN = 300  # seconds
IGNORED: Mapping[str, str] = {}  # id of a vulnerability: why it does not touch us


def main() -> int:
    """Return 1 if something is known to be vulnerable, and say which."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as probe:
        probe.write(PROBE)
        probe.flush()
        answers = any(is_known(package) for package in ask(Path(probe.name)))
    if not answers:
        print("The package index tells of no vulnerabilities here: the audit was skipped.")
        return 0
    packages = ask(LOCK)
    told = list(complaints(packages, IGNORED))
    print("\n".join(told) or f"No known vulnerability in {sum(map(is_known, packages))} packages.")
    return bool(told)


def ask(requirements: Path) -> list[dict[str, Any]]:
    """Return what is known of each package; nothing where nobody answers."""
    options = ["--disable-pip", "--no-deps", "--progress-spinner", "off", "--format", "json"]
    asked = subprocess.run(
        [sys.executable, "-m", "pip_audit", "--requirement", str(requirements), *options],
        capture_output=True,
        text=True,
        timeout=ANSWERS_IN,
        check=False,
    )
    return json.loads(asked.stdout)["dependencies"] if asked.stdout else []


def is_known(package: Mapping[str, Any]) -> bool:
    """Say whether the index answered for the package."""
    return "vulns" in package


def complaints(packages: list[dict[str, Any]], ignored: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each vulnerability that we do not live with.

    >>> list(complaints([{"name": "a", "skip_reason": "unknown"}], {}))
    []
    """
    for package in packages:
        for found in package.get("vulns", ()):
            if not {found["id"], *found["aliases"]} & ignored.keys():
                mended = ", ".join(found["fix_versions"]) or "no version yet"
                yield f"{package['name']} {package['version']}: {found['id']}, mended in {mended}"


if __name__ == "__main__":
    sys.exit(main())

"""`make ui`: Dagster's UI and daemon over CROSSTALLY_HOME, on this machine alone.

Dagster's UI has no passwords and takes mutations over GET, so it binds to 127.0.0.1 and nothing
else; see the security notes before putting anything in front of it.
"""

import os
import sys
from pathlib import Path

from assets.catalogue.catalogue import CatalogueError
from orchestration.home import prepare
from orchestration.settings import Settings, SettingsError

HOST = "127.0.0.1"


def main() -> None:
    """Become `dagster dev`; end with 2 and a sentence where the settings cannot work."""
    try:
        settings = Settings.from_environment()
        prepare(settings)
    except (SettingsError, CatalogueError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    dagster = Path(sys.executable).parent / "dagster"
    port = os.environ.get("CROSSTALLY_PORT", "3000")
    os.execve(  # noqa: S606  # no shell: every word is ours
        dagster,
        [str(dagster), "dev", "-w", "workspace.yaml", "-h", HOST, "-p", port],
        {**os.environ, "DAGSTER_HOME": str(settings.dagster)},
    )


if __name__ == "__main__":
    main()

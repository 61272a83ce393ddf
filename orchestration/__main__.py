"""`python -m orchestration`: what `make run` types.

Belongs here: nothing more. Worker processes import anew the module that a program began with, but
never one of this name, and so start without Dagster in a third of the time.
"""

import sys

from orchestration.run import main

sys.exit(main())

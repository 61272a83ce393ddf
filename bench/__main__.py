"""`make bench`; and `python -m bench ingest 1000`, which measures one thing at one size.

Belongs here: nothing more, so that a measure holds no memory for what it does not need.
"""

import sys

if sys.argv[1:]:
    from bench.measures import tell

    tell(sys.argv[1], int(sys.argv[2]))
else:
    from bench.page import write

    write()

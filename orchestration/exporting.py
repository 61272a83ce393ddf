"""The folder that people take files from: all of one edition, behind one link.

Belongs here: making the new folder the current one, whole or not at all. Not here: what is in it
(`assets/out/export`).
"""

import shutil

import duckdb

from assets.out.export.export import export
from orchestration.place import sync
from orchestration.publish import swap_link
from orchestration.settings import Settings


def export_edition(settings: Settings) -> bool:
    """Export the current edition, if that is not done yet; return whether it was not."""
    edition = settings.published.resolve()
    folder = settings.exports / edition.stem
    if settings.export.resolve() == folder:
        return False
    beside = folder.with_suffix(".writing")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    with duckdb.connect(edition, read_only=True) as con:
        for made in export(con, beside):
            sync(made.path)
    sync(beside)
    shutil.rmtree(folder, ignore_errors=True)  # made, but cut off before the link was swapped
    beside.replace(folder)
    swap_link(settings.export, folder)
    for old in settings.exports.iterdir():
        if old != folder:
            shutil.rmtree(old)
    return True

"""The tables `raw.files` and `raw.quarantine`: what arrived, what could not be read, and why."""

from typing import Final

import dataframely as dy

from assets.contract import identifier, one_of

FORMATS: Final = (
    "marker",
    "plain",
    "html",
    "json",
    "jsonl",
    "csv",
    "parquet",
    "feed",
    "warc",
    "archive",
    "manifest",
    "unknown",
)
STAGES: Final = ("inbox", "read", "extract")
REASONS: Final = (
    "empty",
    "not_text",
    "bad_encoding",
    "bad_json",
    "bad_manifest",
    "bad_record",
    "no_text",
    "too_large",
    "too_deep",
    "unsafe_path",
    "unsafe_link",
    "bad_archive",
    "bad_table",
    "unknown_format",
    "missing_file",
    "unreadable",
)


class Files(dy.Schema):
    """One row per different content that ever arrived in the inbox."""

    file_id = identifier("sha256 of the bytes", primary_key=True)
    raw_path = dy.String(description="where the file lay when first seen, relative to the inbox")
    format = one_of(FORMATS, "what the content is, told by the content")
    size_bytes = dy.Int64(description="length of the file in bytes")
    received_at = dy.Datetime(time_unit="us", time_zone="UTC", description="when we first saw it")
    outlet = dy.String(nullable=True, description="the outlet, where the manifest names one")
    published_on = dy.Date(nullable=True, description="publication day, where the manifest says")
    url = dy.String(nullable=True, description="address, where the manifest gives one")
    title = dy.String(nullable=True, description="title, where the manifest gives one")
    status = one_of(("parsed", "quarantined"), "whether articles came of it")
    n_records = dy.Int64(description="records found in it: n_articles + n_repeats + n_refused")
    n_articles = dy.Int64(description="different article versions that it holds")
    n_repeats = dy.Int64(description="records that say again what an earlier one of it says")
    n_refused = dy.Int64(description="records in quarantine")


class Inventory(dy.Schema):
    """One row per path ever seen in the inbox: what tells an unchanged file without reading it."""

    raw_path = dy.String(primary_key=True, description="relative to the inbox")
    size_bytes = dy.Int64(description="length when last seen, in bytes")
    mtime_ns = dy.Int64(description="modification time when last seen, in ns since 1970")
    file_id = identifier("sha256 of the bytes")
    given_id = identifier("hash of what the manifest says of the path")
    received_at = dy.Datetime(time_unit="us", time_zone="UTC", description="when it was first seen")


class Quarantine(dy.Schema):
    """One row per thing that could not be read; nothing is dropped without one."""

    quarantine_id = identifier(
        "hash of all but the time: the same refusal again is no new row", primary_key=True
    )
    file_id = identifier("the file, where its bytes could be kept", nullable=True)
    raw_path = dy.String(description="the file, relative to the inbox")
    record_key = dy.String(nullable=True, description="the record inside it: line, key or member")
    stage = one_of(STAGES, "the step that refused it")
    reason = one_of(REASONS, "why")
    detail = dy.String(description="a sentence for the person who mends it")
    seen_at = dy.Datetime(time_unit="us", time_zone="UTC", description="when it was refused")

"""The tables `core.articles` (one row per article version) and `core.corrections`."""

import dataframely as dy

from assets.contract import SEGMENT_ROLES, identifier, one_of

PUBLISHED_SOURCES = ("document", "manifest", "url", "feed", "inferred")


class Articles(dy.Schema):
    """One row per text that an outlet published; a changed text is a further version."""

    article_id = identifier("hash of the identity and the content", primary_key=True)
    received_at = dy.Datetime(time_unit="us", time_zone="UTC", description="when its file arrived")
    article_key = dy.String(description="the continuing work: its url, else outlet and record key")
    version = dy.Int64(description="1 for the first text of the work that we know, then 2 …")
    is_latest = dy.Bool(description="whether no later version is known")
    file_id = identifier("the file it was read from")
    raw_path = dy.String(description="that file, relative to the inbox")
    record_key = dy.String(nullable=True, description="the record's own id inside the file")
    outlet = dy.String(nullable=True, description="who published it")
    agency = dy.String(nullable=True, description="the wire service credited for the copy")
    title = dy.String(nullable=True, description="headline")
    byline = dy.String(nullable=True, description="the author line, as written")
    url = dy.String(nullable=True, description="address")
    published_on = dy.Date(nullable=True, description="publication day; null where nothing says")
    published_source = one_of(
        PUBLISHED_SOURCES, "what the publication day was taken from", nullable=True
    )
    published_evidence = dy.String(
        nullable=True, description="why that source won, or what the day was inferred from"
    )
    is_date_disputed = dy.Bool(description="whether document, manifest and address name other days")
    revised_on = dy.Date(
        nullable=True, description="last day that the text names as one of its own corrections"
    )
    text = dy.String(description="the stored text; all offsets count its code points")
    segments = dy.List(
        dy.Struct(
            {
                "role": one_of(SEGMENT_ROLES, "what this passage is"),
                "start": dy.Int64(description="first code point"),
                "end": dy.Int64(description="one past the last"),
            }
        ),
        description="passages of the text by role, in order, without overlap",
    )
    origin_id = identifier("one id for all reprints and rewrites of one piece of copy")
    language = dy.String(nullable=True, description="ISO 639-1 code")


class Corrections(dy.Schema):
    """One row per correction notice found in an article version."""

    article_id = identifier("the version that carries the notice", primary_key=True)
    corrected_on = dy.Date(nullable=True, description="the day the notice names")
    start = dy.Int64(primary_key=True, description="first code point of the notice in the text")
    end = dy.Int64(description="one past the last")
    text = dy.String(description="the notice, verbatim")

"""The table `core.facts`: one row per quantity that an article version states.

The meaning of every value is that of the annotation guidelines the gold is made by; this file is
their shape. Offsets count code points of `core.articles.text`, end exclusive.
"""

from typing import Final

import dataframely as dy

from assets.contract import SEGMENT_ROLES, identifier, one_of

BOUNDS: Final = (
    "exact",
    "approximately",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "between",
    "vague",
)
KINDS: Final = ("cumulative", "increment", "stock", "share")
MODALITIES: Final = ("asserted", "feared", "proposed", "alleged", "denied", "retracted")
AS_OF_SOURCES: Final = ("stated", "weekday", "published")


class Facts(dy.Schema):
    """One row per quantity that an article version states, with the words around it."""

    fact_id = identifier("hash of the article version and the span", primary_key=True)
    article_id = identifier("the article version")
    sentence = dy.String(description="the sentence, verbatim")
    sentence_start = dy.Int64(description="its first code point")
    sentence_end = dy.Int64(description="one past its last")
    quote = dy.String(description="the number expression without its hedge, verbatim")
    quote_start = dy.Int64(description="its first code point")
    quote_end = dy.Int64(description="one past its last")
    value = dy.Float64(nullable=True, description="in plain units; null for ranges and vague words")
    low = dy.Float64(nullable=True, description="least value the words allow; null is open")
    high = dy.Float64(nullable=True, description="greatest value the words allow; null is open")
    bound = one_of(BOUNDS, "what the hedge makes of the value")
    unit = dy.String(description="count, percent, money, or a unit of measure in the singular")
    currency = dy.String(nullable=True, description="ISO 4217 code of money")
    counted = dy.String(nullable=True, description="the noun phrase that is counted, short")
    predicate = dy.String(nullable=True, description="what happened to the counted, base form")
    metric = dy.String(nullable=True, description="the catalogue's metric; null if none fits")
    series = dy.String(nullable=True, description="the catalogue's series; null for subsets")
    place = dy.String(nullable=True, description="where the counted are, shortest name")
    kind = one_of(KINDS, "what sort of count it is", nullable=True)
    window_start = dy.Date(nullable=True, description="first day of what is counted")
    window_end = dy.Date(nullable=True, description="last day of it; null if it runs on")
    as_of = dy.Date(nullable=True, description="the day the figure holds for, as far as words say")
    as_of_source = one_of(AS_OF_SOURCES, "what as_of was taken from", nullable=True)
    attribution = dy.String(nullable=True, description="who gives the figure, verbatim")
    attribution_start = dy.Int64(nullable=True, description="first code point of those words")
    attribution_end = dy.Int64(nullable=True, description="one past the last")
    authority = dy.String(nullable=True, description="canonical id of whose figure it is")
    framing = dy.String(nullable=True, description="label put on the authority, as written")
    modality = one_of(MODALITIES, "whether it is said to be so")
    whole_fact_id = identifier("the fact that states the whole of this part", nullable=True)
    segment_role = one_of(SEGMENT_ROLES, "the passage it stands in")
    confidence = dy.Float64(
        check=lambda column: column.is_between(0, 1),
        description="calibrated chance that the fact is right in all fields",
    )
    extractor = dy.String(description="name and version of what extracted it")

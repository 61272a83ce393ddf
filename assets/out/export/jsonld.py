"""Claims in the words of schema.org, as JSON-LD: for a fact-checker's page and for other machines.

Belongs here: which of schema.org's words says what. Not here: reading or writing files. A `Claim`
is about an `Observation` and appears in `Quotation`s, each part of a `NewsArticle`. What is not
known is left out. `<` is written as an escape, so the text can stand inside a `<script>` of HTML.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

CONTEXT = "https://schema.org"


def document(claims: Iterable[Mapping[str, Any]]) -> str:
    """Return the rows of `queries/claims.sql` as one JSON-LD document, a claim a line."""
    lines = ",\n".join(json.dumps(claim(row), ensure_ascii=False) for row in claims)
    return f'{{"@context": "{CONTEXT}", "@graph": [\n{lines}\n]}}\n'.replace("<", "\\u003c")


def claim(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as a schema.org Claim."""
    appearances = [quotation(appearance) for appearance in row["appearances"]]
    return {"@id": f"urn:crosstally:claim:{row['claim_id']}"} | typed(
        "Claim",
        text=row["wording"],
        author=row["authority"]
        and typed("Organization", identifier=row["authority"], name=row["authority_name"]),
        datePublished=told(row["first_seen_on"]),
        about=observation(row),
        firstAppearance=appearances[0],
        appearance=appearances,
    )


def observation(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is claimed: a value, or the least and greatest that its words allow."""
    return typed(
        "Observation",
        observationDate=told(row["as_of"]),
        observationAbout=row["place"] and typed("Place", name=row["place"]),
        variableMeasured=typed("PropertyValue", propertyID=row["series"], name=row["series_name"]),
        value=row["value"],
        minValue=row["lowest"],
        maxValue=row["highest"],
        unitText=row["unit"],
    )


def quotation(appearance: Mapping[str, Any]) -> dict[str, Any]:
    """Return a place where the claim stands: the sentence, in its article."""
    publisher = appearance["outlet"]
    return typed(
        "Quotation",
        text=appearance["sentence"],
        isPartOf=typed(
            "NewsArticle",
            headline=appearance["title"],
            url=appearance["url"],
            datePublished=told(appearance["published_on"]),
            publisher=publisher and typed("NewsMediaOrganization", name=publisher),
        ),
    )


def typed(sort: str, **properties: object) -> dict[str, Any]:
    """Return a thing of schema.org with the properties that are known.

    >>> typed("Place", name="Rafah", url=None)
    {'@type': 'Place', 'name': 'Rafah'}
    """
    known = {name: value for name, value in properties.items() if value is not None}
    return {"@type": sort, **known}


def told(day: date | None) -> str | None:
    """Return a day as schema.org writes it; None stays None."""
    return None if day is None else day.isoformat()

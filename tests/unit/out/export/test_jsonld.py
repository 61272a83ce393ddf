"""Claims in the words of schema.org."""

import json
from datetime import date

from assets.out.export.jsonld import document

ROW = {
    "claim_id": "c1",
    "series": "toll",
    "series_name": "People killed in the earthquake",
    "place": None,
    "unit": "count",
    "wording": "at least 40 from no named source",
    "authority": None,
    "authority_name": None,
    "as_of": date(2024, 2, 9),
    "first_seen_on": date(2024, 2, 9),
    "value": None,
    "lowest": 40.0,
    "highest": None,
    "appearances": [
        {
            "sentence": "At least 40 people died.",
            "outlet": outlet,
            "title": "Quake",
            "url": None,
            "published_on": date(2024, 2, 9),
        }
        for outlet in ("Harbour Press", "Evening Ledger")
    ],
}


def read(row):
    return json.loads(document([row]))["@graph"][0]


def test_what_is_not_known_is_left_out_rather_than_made_up():
    claim = read(ROW)
    assert "author" not in claim
    assert claim["about"]["minValue"] == 40
    assert not claim["about"].keys() & {"value", "maxValue", "observationAbout"}
    assert "url" not in claim["firstAppearance"]["isPartOf"]


def test_a_claim_opens_to_the_words_of_every_outlet_and_the_first_is_named():
    claim = read(ROW)
    outlets = [quotation["isPartOf"]["publisher"]["name"] for quotation in claim["appearance"]]
    assert outlets == ["Harbour Press", "Evening Ledger"]
    assert claim["firstAppearance"] == claim["appearance"][0]
    assert claim["firstAppearance"]["text"] == "At least 40 people died."


def test_hostile_words_cannot_leave_the_script_element_they_may_be_pasted_into():
    hostile = "</script><script>alert(1)</script>"
    text = document([ROW | {"wording": hostile}])
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["text"] == hostile

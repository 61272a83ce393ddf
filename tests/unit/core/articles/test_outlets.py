import pytest

from assets.catalogue.entries import Outlet
from assets.core.articles.outlets import Outlets

OUTLETS = Outlets.of(
    [
        Outlet(id="hp", name="Harbour Press", credits=("HP", "Harbour Press"), is_agency=True),
        Outlet(id="post", name="The Post", aliases=("Post",), domains=("post.example",)),
        Outlet(id="sport", name="Post Sport", domains=("sport.post.example",)),
    ]
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("post", "The Post"),
        (" THE POST ", "The Post"),
        ("Other", "Other"),
        (" ", None),
        (None, None),
    ],
)
def test_an_outlet_has_one_name_however_it_is_written(written, name):
    assert OUTLETS.named(written) == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.post.example/a", "The Post"),
        ("https://sport.post.example/a", "Post Sport"),
        ("https://newspost.example/a", None),
        ("https://post.example.evil/a", None),
        ("http://[bad", None),
        (None, None),
    ],
)
def test_an_address_names_the_outlet_whose_domain_it_is_at(url, name):
    assert OUTLETS.at(url) == name


def test_a_credit_line_names_agencies_in_its_order_and_no_mere_letters():
    assert [one.name for one in OUTLETS.credited("Reporting by HARBOUR PRESS and HP")] == [
        "Harbour Press", "Harbour Press",
    ]  # fmt: skip
    assert OUTLETS.credited("SHPS, Post") == []


def test_without_agencies_nothing_is_credited():
    assert Outlets.of([]).credited("Reuters") == []

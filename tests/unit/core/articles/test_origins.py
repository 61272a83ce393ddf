import random
from datetime import date, timedelta

import polars as pl
import pytest

from assets.contract import empty
from assets.core.articles.contract import Articles
from assets.core.articles.origins import assign_origins
from tests.unit.core.articles.test_versions import BLANK

DAY = date(2024, 2, 8)
WORDS = ("harbour", "boat", "storm", "coast", "guard", "mayor", "wind", "rope", "sail", "crew")


def paragraphs(seed, count=10):
    """Paragraphs of words in no order, so that texts of two seeds share nothing by chance."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    own = [f"{word}{seed}" for word in WORDS]
    return [" ".join(chance.choices([*WORDS, *own], k=40)) for _ in range(count)]


def article(article_id, body, **fields):
    text = "\n".join(body)
    told = {"segments": [{"role": "body", "start": 0, "end": len(text)}], "published_on": DAY}
    key = {"article_id": article_id, "article_key": article_id, "text": text}
    return BLANK | told | key | fields


def origins(*rows):
    """The origins by id, which are the same in whatever order the rows come."""
    frame = pl.DataFrame(rows, schema=empty(Articles).schema)
    found = assign_origins(frame).sort("article_id")
    assert found.equals(assign_origins(frame.reverse()).sort("article_id"))
    return dict(found.select("article_id", "origin_id").iter_rows())


def test_copies_have_the_origin_that_was_first():
    body = paragraphs(1)
    first = article("b", body, published_on=DAY - timedelta(days=1))
    assert origins(article("a", body), first, article("c", body)) == dict.fromkeys("abc", "b")


def test_a_copy_of_half_the_paragraphs_in_another_order_is_a_copy():
    body = paragraphs(1)
    half = article("b", [body[place] for place in (8, 2, 6, 0, 4)])
    assert origins(article("a", body), half) == {"a": "a", "b": "a"}


def test_two_articles_that_share_a_paragraph_of_background_are_two():
    background = paragraphs(0, 1)
    one, other = article("a", paragraphs(1) + background), article("b", paragraphs(2) + background)
    assert origins(one, other) == {"a": "a", "b": "b"}


def rewritten(body):
    return [
        " ".join("other" if place % 5 == 4 else word for place, word in enumerate(part.split()))
        for part in body
    ]


def rewrites_found(one_agency, other_agency):
    """How many of ten rewrites are joined to their originals."""
    rows = []
    for number in range(10):
        body = paragraphs(number, 20)
        rows.append(article(f"{number}a", body, agency=one_agency))
        rows.append(article(f"{number}b", rewritten(body), agency=other_agency))
    return sum(origin == f"{name[0]}a" for name, origin in origins(*rows).items() if name[1] == "b")


def test_most_rewrites_are_found_where_both_credit_one_agency():
    assert rewrites_found("AFP, Reuters", "Reuters") >= 7
    assert rewrites_found("AFP", "Reuters") == 0
    assert rewrites_found("AFP", None) == 0


def test_the_same_words_a_month_later_are_another_origin():
    body = paragraphs(1)
    late = article("b", body, published_on=DAY + timedelta(days=30))
    assert origins(article("a", body), late) == {"a": "a", "b": "b"}
    assert origins(article("a", body), late | {"published_on": None}) == {"a": "a", "b": "a"}


def test_versions_of_one_work_have_one_origin_however_they_differ():
    same = {"article_key": "post.example/boats"}
    one, other = article("a", paragraphs(1), **same), article("b", paragraphs(2), **same)
    assert origins(one, other) == {"a": "a", "b": "a"}


def test_a_digest_is_no_copy_of_the_short_piece_in_it():
    brief = paragraphs(1, 1)
    digest = brief + paragraphs(2) + paragraphs(3)
    assert origins(article("a", brief), article("b", digest)) == {"a": "a", "b": "b"}


@pytest.mark.parametrize("body", [["Nine boats left."], ["Nine"], ["40"]])
def test_a_few_words_are_too_few_to_tell(body):
    assert origins(article("a", body), article("b", body)) == {"a": "a", "b": "b"}


def test_only_the_body_tells():
    notice = paragraphs(0, 5)
    rows = []
    for name in "ab":
        body = paragraphs(name, 4)
        row = article(name, body + notice)
        end = len("\n".join(body))
        roles = [("body", 0, end), ("correction", end + 1, len(row["text"]))]
        segments = [{"role": role, "start": start, "end": end} for role, start, end in roles]
        rows.append(row | {"segments": segments})
    assert origins(*rows) == {"a": "a", "b": "b"}


def test_no_articles_have_no_origins():
    assert assign_origins(empty(Articles)).is_empty()

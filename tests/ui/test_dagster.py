"""Dagster's UI in a real browser, over the sample and one hostile article beside it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import dagster as dg
import pytest
from playwright.sync_api import expect, sync_playwright

from orchestration.definitions import defs
from orchestration.run import materialise
from orchestration.settings import Settings
from tests.scenario import CATALOGUE, INBOX

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
SHOTS = ROOT / "build" / "shots"
HOSTILE = "<img src=x onerror=alert(1)> ![x](/graphql?query=mutation) <script>alert(2)</script>"

CHECKS = defaultdict(set)
for check in defs.resolve_asset_graph().asset_check_keys:
    CHECKS[check.asset_key].add(check.name)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no browser at {CHROMIUM}"),
]


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    """CROSSTALLY_HOME after a run over the sample and an article whose every word is hostile."""
    inbox = tmp_path_factory.mktemp("news") / "inbox"
    shutil.copytree(INBOX, inbox)
    article = {
        "id": "hostile",
        "outlet": HOSTILE,
        "url": "https://hostile.example/2024/02/11/toll",
        "published": "2024-02-11",
        "title": HOSTILE,
        "text": "The health ministry in Gaza says 27,840 Palestinians have been killed since "
        f"October 7. {HOSTILE}\nCorrection 13 February: An earlier version of this report wrongly "
        f"said that 9 people had died in {HOSTILE}.",
    }
    (inbox / "hostile.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    settings = Settings(inbox, tmp_path_factory.mktemp("home"), CATALOGUE)
    assert materialise(settings).success
    return settings


@pytest.fixture(scope="module")
def address(settings):
    """The address of a web server over that home, ended with the tests."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sys.executable).parent / "dagster-webserver"
    server = subprocess.Popen(
        [program, "-w", "workspace.yaml", "-h", "127.0.0.1", "-p", str(port), "--read-only"],
        cwd=ROOT,
        env={**os.environ, "DAGSTER_HOME": str(settings.dagster)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def wait_for(port, server, seconds=60):
    for _ in range(seconds * 4):
        assert server.poll() is None, "the web server has ended"
        with closing(HTTPConnection("127.0.0.1", port)) as connection:
            try:
                connection.request("GET", "/server_info")
                return connection.getresponse().close()
            except OSError:
                time.sleep(0.25)
    raise AssertionError("the web server does not answer")


@pytest.fixture(scope="module")
def page(address):
    """A page that remembers what popped up and what was asked of other machines."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = chromium.new_page(viewport={"width": 1280, "height": 1600}, base_url=address)
        page.complaints = []
        page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
        page.on(
            "request",
            lambda request: (
                request.url.startswith((address, "data:", "blob:", address.replace("http", "ws")))
                or page.complaints.append(request.url)
            ),
        )
        yield page
        chromium.close()


def picture(page, name):
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"dagster-{name}.png")


def test_the_groups_are_the_schemas_in_flow_order(page):
    page.goto("/asset-groups")
    for schema in ("raw", "core", "out"):
        expect(page.get_by_text(schema, exact=True).first).to_be_visible(timeout=30_000)
    picture(page, "groups")


@pytest.mark.parametrize("key", sorted(CHECKS), ids=dg.AssetKey.to_user_string)
def test_every_check_of_an_asset_is_there_by_name(page, key):
    page.goto(f"/assets/{'/'.join(key.path)}?view=checks")
    for name in CHECKS[key]:
        expect(page.get_by_title(name).first).to_be_visible(timeout=30_000)


def test_a_disagreement_is_told_in_words_where_its_check_stands(page):
    page.goto("/assets/out/findings?view=checks&checkDetail=findings__copies_are_fresh")
    expect(page.get_by_text("Evening Ledger printed 27,840").first).to_be_visible(timeout=30_000)
    picture(page, "check")


def test_an_asset_shows_its_columns_with_types_and_descriptions(page):
    page.goto("/assets/out/findings")
    expect(page.get_by_text("the day it holds for").first).to_be_visible(timeout=30_000)
    expect(page.get_by_text("DATE", exact=True).first).to_be_visible()
    picture(page, "asset")


@pytest.mark.parametrize(
    "place",
    [
        "core/articles",
        "core/corrections",
        "out/findings",
        "out/findings?view=checks&checkDetail=findings__copies_are_fresh",
    ],
)
def test_hostile_words_stay_words(page, place):
    page.goto(f"/assets/{place}")
    expect(page.get_by_text("<img src=x").first).to_be_attached(timeout=30_000)
    assert page.locator("img[src='x'], img[src*='graphql'], a[href*='mutation']").count() == 0
    assert page.complaints == []

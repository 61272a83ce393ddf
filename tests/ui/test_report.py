"""The report in a real browser, from disk, as people open it."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from assets.out.report.report import build
from tests.ui.edition import hostages

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
SHOTS = Path(__file__).parents[2] / "build" / "shots"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no browser at {CHROMIUM}"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build(hostages().connect(), tmp_path_factory.mktemp("report")).index.parent


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A page that remembers what it complained of, asked the network for, and popped up."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
    page.on(
        "request",
        lambda request: request.url.startswith("file:") or page.complaints.append(request.url),
    )
    yield page
    page.close()


def sorts_of_page(site):
    """Return one page of each sort, and the page of the hostile article."""
    hostile = next(
        path for path in site.glob("article/*.html") if "&lt;script" in path.read_text("utf-8")
    )
    return [
        *sorted(site.glob("*.html")),
        *(next(iter(sorted(site.glob(f"{sort}/*.html")))) for sort in ("finding", "series")),
        hostile,
    ]


def test_pages_load_without_complaint_or_network(page, site):
    for path in site.rglob("*.html"):
        page.goto(path.as_uri())
    assert page.complaints == []


def test_a_finding_leads_to_its_quote_in_one_click(page, site):
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="Northgate News has 130 hostages held").click()
    assert page.locator("mark").all_text_contents() == ["130", "134"]
    page.get_by_role("link", name="The Meridian Post: 134").click()
    assert page.locator("mark:target").text_content() == "134"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_pages_are_accessible_and_fit(browser, site, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for path in sorts_of_page(site):
        page.goto(path.as_uri())
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == [], path.name
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert beyond <= 0, f"{path.name} is {beyond} pixels too wide"
    page.close()


def test_hostile_text_makes_no_elements(page, site):
    for path in sorts_of_page(site):
        page.goto(path.as_uri())
        assert page.locator("script, img, iframe, object").count() == 0
    assert page.complaints == []


def test_the_keyboard_reaches_the_content_first(page, site):
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("width", [1280, 390])
def test_pictures_are_taken_for_people_to_look_at(browser, site, width):
    SHOTS.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(viewport={"width": width, "height": 900})
    for path in sorts_of_page(site):
        page.goto(path.as_uri())
        shot = SHOTS / f"{path.parent.name}-{path.stem}-{width}.png"
        page.screenshot(path=shot, full_page=True)
        assert shot.stat().st_size > 0
    page.close()

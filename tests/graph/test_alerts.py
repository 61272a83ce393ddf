"""Alerts: a receiver on this machine is told of each finding once, in plain text."""

import json
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from xml.etree import ElementTree as ET

import dagster as dg
import duckdb
import pytest

from orchestration.alerts import SHOWN, alerts
from orchestration.feeds import ATOM, atom_of, lines_of, read_feed, update_feeds
from orchestration.settings import Settings

NOON = datetime(2024, 2, 8, 12, tzinfo=UTC)
HOSTILE = '<script>alert(1)</script> & "12"\x07 dead, @everyone <!channel>'


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self.server.is_down:
            self.server.received.append(json.loads(body))
        self.send_response(500 if self.server.is_down else 200)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def receiver():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    server.received, server.is_down = [], False
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def settings(tmp_path, monkeypatch, receiver):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("CROSSTALLY_INBOX", str(tmp_path / "inbox"))
    monkeypatch.setenv("CROSSTALLY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CROSSTALLY_ALERTS", f"json://127.0.0.1:{receiver.server_port}/")
    return Settings.from_environment()


def publish(settings, **statuses):
    """Publish findings of these ids and statuses, and tell them."""
    settings.published.unlink(missing_ok=True)
    with duckdb.connect(settings.published) as con:
        con.execute("create schema out")
        con.execute(
            """
            create table out.findings (
                finding_id varchar, kind varchar, severity varchar, series varchar, as_of date,
                gap_share double, outlets varchar[], explanation varchar, status varchar
            )
            """
        )
        con.executemany(
            """
            insert into out.findings
            values ($id, 'stale_copy', 'warn', 'gaza_deaths', '2024-02-08', 0.1, [], $text, $status)
            """,
            [
                {"id": name, "status": status, "text": HOSTILE if name == "hostile" else name}
                for name, status in statuses.items()
            ],
        )
    return update_feeds(settings, NOON)


@pytest.fixture
def tick():
    cursor = None

    def tick():
        nonlocal cursor
        context = dg.build_sensor_context(cursor=cursor)
        message = alerts(context).skip_message
        cursor = context.cursor
        return message

    return tick


def subjects(receiver):
    return [message["title"] for message in receiver.received]


def test_each_finding_is_sent_once(settings, receiver, tick):
    publish(settings, one="open", two="open")
    tick()
    tick()
    assert subjects(receiver) == ["2 new findings"]
    publish(settings, one="open", two="open", three="open")
    tick()
    assert subjects(receiver) == ["2 new findings", "1 new finding"]
    assert "three" in receiver.received[1]["message"]
    assert "two" not in receiver.received[1]["message"]


@pytest.mark.parametrize("status", ["accepted", "explained", "expired"])
def test_what_a_person_has_decided_on_is_not_told(settings, receiver, tick, status):
    assert publish(settings, one=status) == 0
    tick()
    assert receiver.received == []


def test_what_is_decided_between_feed_and_message_is_not_sent(settings, receiver, tick):
    publish(settings, one="open")
    publish(settings, one="accepted")
    tick()
    assert receiver.received == []


def test_a_receiver_that_is_down_is_told_when_it_is_back(settings, receiver, tick):
    receiver.is_down = True
    publish(settings, one="open")
    assert "could not be reached" in tick()
    receiver.is_down = False
    tick()
    assert subjects(receiver) == ["1 new finding"]


def test_one_receiver_that_is_down_does_not_make_another_hear_twice(
    settings, receiver, tick, monkeypatch
):
    monkeypatch.setenv("CROSSTALLY_ALERTS", f"{settings.alerts[0]} json://127.0.0.1:9/nobody")
    publish(settings, one="open")
    assert tick().startswith("1 addresses could not be reached")
    tick()
    assert subjects(receiver) == ["1 new finding"]


def test_a_receiver_named_later_is_not_told_the_past(settings, receiver, tick, monkeypatch):
    address = settings.alerts[0]
    monkeypatch.delenv("CROSSTALLY_ALERTS")
    publish(settings, one="open")
    tick()
    monkeypatch.setenv("CROSSTALLY_ALERTS", address)
    tick()
    publish(settings, one="open", two="open")
    tick()
    assert subjects(receiver) == ["1 new finding"]


def test_many_findings_are_one_message_that_says_where_the_rest_is(settings, receiver, tick):
    publish(settings, **{f"finding{number}": "open" for number in range(SHOWN + 5)})
    tick()
    assert subjects(receiver) == [f"{SHOWN + 5} new findings"]
    assert receiver.received[0]["message"].endswith("... and 5 more in findings.jsonl")


def test_hostile_words_stay_text_and_call_nobody(settings, receiver, tick):
    publish(settings, hostile="open")
    tick()
    message = receiver.received[0]["message"]
    assert "<script>alert(1)</script>" in message
    assert "@everyone" not in message
    assert "\x07" not in message
    entry = ET.parse(atom_of(settings)).getroot().find(f"{{{ATOM}}}entry")
    assert list(entry.find(f"{{{ATOM}}}summary")) == []
    assert "<script>" in entry.find(f"{{{ATOM}}}summary").text


def test_an_address_that_apprise_does_not_know_is_counted_and_never_shown(
    settings, tick, monkeypatch
):
    monkeypatch.setenv("CROSSTALLY_ALERTS", "nonsense:secret")
    publish(settings, one="open")
    message = tick()
    assert message.startswith("1 addresses could not be reached")
    assert "secret" not in message


def test_the_feeds_hold_each_finding_once_the_newest_first(settings):
    publish(settings, one="open")
    publish(settings, one="open", two="open")
    told, end = read_feed(settings)
    assert [finding["finding_id"] for finding in told] == ["one", "two"]
    assert end == lines_of(settings).stat().st_size
    ids = [node.text for node in ET.parse(atom_of(settings)).iter(f"{{{ATOM}}}id")]
    assert [name.rpartition(":")[2] for name in ids] == ["findings", "two", "one"]


def test_half_a_line_that_a_crash_left_is_told_anew(settings):
    publish(settings, one="open")
    whole = lines_of(settings).read_bytes()
    lines_of(settings).write_bytes(whole + b'{"finding_id": "tw')
    assert read_feed(settings) == ([json.loads(whole)], len(whole))
    publish(settings, one="open", two="open")
    assert [finding["finding_id"] for finding in read_feed(settings)[0]] == ["one", "two"]

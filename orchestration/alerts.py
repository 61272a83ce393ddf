"""Alerts: new findings and failed runs, sent to the addresses in CROSSTALLY_ALERTS.

Belongs here: what is sent, to whom, and that each finding is sent once. Not here: what a finding
is, or the feeds (`feeds.py`), of which the sensor keeps the offset up to which each address has
been told. Dagster's own alerts do not serve: a check that finds something does not fail a run.
"""

import json
import re
from collections.abc import Sequence

import dagster as dg
from apprise import Apprise, NotifyFormat

from assets.identity import content_id
from orchestration.feeds import Finding, open_findings, read_feed, title
from orchestration.settings import Settings

SHOWN = 20  # findings in a message; all are in the feed
CONTROL = re.compile(r"[^\S\n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dg.sensor(
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Sends findings that are new to the addresses in CROSSTALLY_ALERTS.",
)
def alerts(context: dg.SensorEvaluationContext) -> dg.SkipReason:
    """Tell each address what was added to the feed since it was last told."""
    settings = Settings.from_environment()
    told: dict[str, int] = json.loads(context.cursor) if context.cursor else {}
    _, end = read_feed(settings)
    joined = end if context.cursor else 0  # who is named later is told what comes from then on
    undelivered = 0
    for address in settings.alerts:
        start = told.setdefault(content_id(address), joined)
        added, end = read_feed(settings, start)
        if send_findings(address, still_open(settings, added)):
            told[content_id(address)] = end
        else:
            undelivered += 1
    context.update_cursor(json.dumps(told))
    if undelivered:
        context.log.error("%d addresses could not be reached.", undelivered)
        return dg.SkipReason(f"{undelivered} addresses could not be reached; tried again later.")
    return dg.SkipReason(f"{len(settings.alerts)} addresses know of all findings.")


@dg.run_failure_sensor(
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Tells the addresses in CROSSTALLY_ALERTS that a run failed.",
)
def failures(context: dg.RunFailureSensorContext) -> None:
    """Say which run failed; why stands in its log."""
    run = context.dagster_run
    for address in Settings.from_environment().alerts:
        send(address, "A run failed", f"Run {run.run_id} of {run.job_name} failed: see its log.")


def still_open(settings: Settings, findings: Sequence[Finding]) -> list[Finding]:
    """Return those of the findings that nobody has decided on since they were told."""
    if not findings:
        return []
    now_open = {finding["finding_id"] for finding in open_findings(settings)}
    return [finding for finding in findings if finding["finding_id"] in now_open]


def send_findings(address: str, findings: Sequence[Finding]) -> bool:
    """Send findings as one message; return whether it was delivered, or there was none to send."""
    if not findings:
        return True
    told = [f"{title(finding)}\n{finding['explanation']}" for finding in findings[:SHOWN]]
    if len(findings) > SHOWN:
        told.append(f"... and {len(findings) - SHOWN} more in findings.jsonl")
    count = "1 new finding" if len(findings) == 1 else f"{len(findings)} new findings"
    return send(address, count, "\n\n".join(told))


def send(address: str, subject: str, body: str) -> bool:
    """Send a message by Apprise; return whether it was delivered."""
    service = Apprise()
    return service.add(address) and bool(
        service.notify(title=subject, body=plain(body), body_format=NotifyFormat.TEXT)
    )


def plain(text: str) -> str:
    r"""Return text that calls nobody and hides nothing: it holds words of articles.

    >>> plain("@everyone: 12\tdead")
    '@\u200beveryone: 12 dead'
    """
    return CONTROL.sub(" ", text).replace("@", "@\N{ZERO WIDTH SPACE}")

"""The code location: every asset, check and job, put together.

Belongs here: assembly, and policy that holds for a whole selection. Not here: any asset or check.
Importing this module opens no file of CROSSTALLY_HOME and no database.
"""

from collections.abc import Iterator
from datetime import timedelta

import dagster as dg

from assets.core.articles.asset import articles
from assets.core.claims.asset import claims
from assets.core.corrections.asset import corrections
from assets.core.facts.asset import facts
from assets.out.export.asset import export
from assets.out.findings.asset import findings
from assets.out.metrics.asset import metrics
from assets.out.published.asset import published
from assets.out.report.asset import report
from assets.raw.files.asset import files
from assets.raw.quarantine.asset import quarantine
from orchestration.alerts import alerts, failures
from orchestration.checks import build_checks
from orchestration.recovery import at_work
from orchestration.retention import tidy
from orchestration.schedules import DAILY, WEEKLY
from orchestration.sensors import DOWNSTREAM, JOB, inbox
from orchestration.settings import Settings
from orchestration.store import Store

CHAIN = [
    files,
    articles,
    corrections,
    quarantine,
    facts,
    claims,
    metrics,
    findings,
    published,
    report,
    export,
]


MADE_DAILY = dg.FreshnessPolicy.time_window(
    fail_window=timedelta(hours=50), warn_window=timedelta(hours=26)
)
WHEN_UPSTREAM_CHANGES = (
    dg.AutomationCondition.eager() & dg.AutomationCondition.all_deps_blocking_checks_passed()
)


@dg.resource(description="Settings, stage, warehouse and catalogue, opened when a step runs")
def store(context: dg.InitResourceContext) -> Iterator[Store]:
    """Yield the store that the environment names, while the run is known to be at work."""
    settings = Settings.from_environment()
    with at_work(settings, context.run_id or "no run"):
        yield Store(settings)


def under_policy(asset: dg.AssetSpec) -> dg.AssetSpec:
    """Return the asset in the group of its schema, with what holds for all of the chain."""
    return asset.replace_attributes(
        group_name=asset.key.path[0],
        freshness_policy=MADE_DAILY,
        automation_condition=WHEN_UPSTREAM_CHANGES if asset.deps else None,
    )


defs = dg.Definitions(
    assets=[asset.map_asset_specs(under_policy) for asset in CHAIN],
    asset_checks=build_checks(),
    jobs=[dg.define_asset_job(JOB, selection=dg.AssetSelection.all()), tidy],
    schedules=[DAILY, WEEKLY],
    sensors=[inbox, DOWNSTREAM, alerts, failures],
    resources={"store": store},
    executor=dg.in_process_executor,
)

"""The code location: every asset, check and job, put together.

Belongs here: assembly, and policy that holds for a whole selection. Not here: any asset or check.
Importing this module opens no file of CROSSTALLY_HOME and no database.
"""

import dagster as dg

from assets.core.articles.asset import articles
from assets.core.claims.asset import claims
from assets.core.corrections.asset import corrections
from assets.core.facts.asset import facts
from assets.out.findings.asset import findings
from assets.out.metrics.asset import metrics
from assets.out.published.asset import published
from assets.out.report.asset import report
from assets.raw.files.asset import files
from assets.raw.quarantine.asset import quarantine
from orchestration.checks import build_checks
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
]


@dg.resource(description="Settings, stage, warehouse and catalogue, opened when a step runs")
def store(_: dg.InitResourceContext) -> Store:
    """Return the store that the environment names."""
    return Store(Settings.from_environment())


def in_schema_group(asset: dg.AssetSpec) -> dg.AssetSpec:
    """Return the asset in the group of its schema: raw, core or out."""
    return asset.replace_attributes(group_name=asset.key.path[0])


defs = dg.Definitions(
    assets=[asset.map_asset_specs(in_schema_group) for asset in CHAIN],
    asset_checks=build_checks(),
    jobs=[dg.define_asset_job("everything", selection=dg.AssetSelection.all())],
    resources={"store": store},
    executor=dg.in_process_executor,
)

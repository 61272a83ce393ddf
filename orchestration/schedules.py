"""What runs by the clock.

Belongs here: when. Not here: what (the job is the same that the sensor asks for).
"""

import dagster as dg

from orchestration.retention import tidy
from orchestration.sensors import JOB

RUNNING = dg.DefaultScheduleStatus.RUNNING
DAILY = dg.ScheduleDefinition(
    name="daily",
    job_name=JOB,
    cron_schedule="30 4 * * *",
    default_status=RUNNING,
    description="The whole chain once a day: decisions expire by the day; nothing stays undone.",
)
WEEKLY = dg.ScheduleDefinition(
    name="weekly_tidy",
    job=tidy,
    cron_schedule="30 3 * * 0",
    default_status=RUNNING,
)

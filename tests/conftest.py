"""What tests of several levels use: the whole chain, run once over the sample."""

import pytest

from orchestration.run import materialise
from orchestration.settings import Settings
from tests.scenario import CATALOGUE, INBOX


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory):
    """CROSSTALLY_HOME after one run over `sample/inbox`."""
    settings = Settings(INBOX, tmp_path_factory.mktemp("home"), CATALOGUE)
    assert materialise(settings).success
    return settings

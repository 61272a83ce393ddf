from pathlib import Path

import pytest

from orchestration.settings import Settings, SettingsError


def test_every_wrong_setting_is_named_with_its_remedy(tmp_path):
    (tmp_path / "home").write_text("a file")
    with pytest.raises(SettingsError) as error:
        Settings.from_environment(
            {
                "CROSSTALLY_INBOX": str(tmp_path / "nowhere"),
                "CROSSTALLY_HOME": str(tmp_path / "home"),
                "CROSSTALLY_CATALOGUE": str(tmp_path / "no-catalogue"),
            }
        )
    message = str(error.value)
    assert "CROSSTALLY_INBOX" in message
    assert "make or name one" in message
    assert "CROSSTALLY_HOME" in message
    assert "CROSSTALLY_CATALOGUE" in message


def test_a_home_inside_the_inbox_is_refused_because_it_would_be_read_as_news(tmp_path):
    with pytest.raises(SettingsError, match="lies in the inbox"):
        Settings.from_environment(
            {"CROSSTALLY_INBOX": str(tmp_path), "CROSSTALLY_HOME": str(tmp_path / "data")}
        )


def test_the_sample_is_read_where_nothing_is_named(monkeypatch):
    monkeypatch.chdir(Path(__file__).parents[3])
    settings = Settings.from_environment({})
    assert settings.inbox == Path.cwd() / "sample" / "inbox"
    assert settings.home == Path.cwd() / "data"
    assert settings.catalogue == Path.cwd() / "sample" / "catalogue"


def test_an_inbox_with_no_catalogue_beside_it_has_the_shipped_one_alone(tmp_path):
    (tmp_path / "inbox").mkdir()
    settings = Settings.from_environment({"CROSSTALLY_INBOX": str(tmp_path / "inbox")})
    assert settings.catalogue is None


@pytest.fixture
def told(tmp_path):
    (tmp_path / "inbox").mkdir()
    return {
        "CROSSTALLY_INBOX": str(tmp_path / "inbox"),
        "CROSSTALLY_HOME": str(tmp_path / "home"),
    }


@pytest.mark.parametrize("workers", ["0", "-1", "two", "1.5"])
def test_a_count_of_workers_that_is_none_is_refused(told, workers):
    with pytest.raises(SettingsError, match="CROSSTALLY_WORKERS must say how many"):
        Settings.from_environment({**told, "CROSSTALLY_WORKERS": workers})


@pytest.mark.parametrize("cluster", ["10.0.0.5:8786", "tcp://10.0.0.5", "pool:2"])
def test_a_cluster_must_be_the_address_of_a_scheduler(told, cluster):
    with pytest.raises(SettingsError, match="such as tcp://"):
        Settings.from_environment({**told, "CROSSTALLY_CLUSTER": cluster})


def test_a_store_in_the_inbox_is_refused_because_it_would_be_read_as_news(told):
    store = told["CROSSTALLY_INBOX"] + "/stage"
    with pytest.raises(SettingsError, match=r"CROSSTALLY_STORE .* lies in the inbox"):
        Settings.from_environment({**told, "CROSSTALLY_STORE": store})


def test_a_store_is_a_folder_or_the_address_of_a_bucket(told, tmp_path):
    folder = Settings.from_environment({**told, "CROSSTALLY_STORE": str(tmp_path / "far")})
    bucket = Settings.from_environment({**told, "CROSSTALLY_STORE": "s3://news/stage"})
    assert folder.stage == tmp_path / "far"
    assert bucket.stage == "s3://news/stage"
    assert Settings.from_environment(told).stage == tmp_path / "home" / "stage"


def test_the_passwords_in_alert_addresses_are_never_printed(told):
    settings = Settings.from_environment({**told, "CROSSTALLY_ALERTS": "mailto://me:secret@x.org"})
    assert settings.alerts == ("mailto://me:secret@x.org",)
    assert "secret" not in repr(settings)


def test_the_address_of_the_database_stays_in_the_environment(told):
    address = "postgresql+psycopg2://me:secret@x.org/dagster"
    settings = Settings.from_environment({**told, "CROSSTALLY_POSTGRES": address})
    assert settings.postgres
    assert "secret" not in repr(settings)

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
    assert "make it, or name another" in message
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

from tests.audit import complaints

KNOWN = [
    {"name": "sound", "version": "1.0", "vulns": []},
    {"name": "absent", "skip_reason": "the index does not know it"},
    {
        "name": "holed",
        "version": "2.0",
        "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["2.1"]}],
    },
]


def test_a_known_vulnerability_is_named_with_the_version_that_mends_it():
    assert list(complaints(KNOWN, {})) == ["holed 2.0: PYSEC-1, mended in 2.1"]


def test_a_vulnerability_that_we_live_with_is_known_by_any_of_its_names():
    assert list(complaints(KNOWN, {"CVE-1": "We never call it."})) == []

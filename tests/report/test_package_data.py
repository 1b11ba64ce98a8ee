"""What is no Python in the package, such as the styles and scripts of pages, is named to the builder of wheels."""

import tomllib

from tests.cli.conftest import ROOT

NEVER_SHIPPED = {".py", ".pyc", ".c", ".h", ".so", ".pyd"}


def test_every_file_of_the_package_is_shipped():
    package = ROOT / "forensics"
    globs = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]
    shipped = {path for glob in globs["forensics"] for path in package.glob(glob)}
    held = {path for path in package.rglob("*") if path.is_file() and path.suffix not in NEVER_SHIPPED}
    assert {path.name for path in held} >= {"report.css", "common.js", "trace.js", "models.json"}
    assert not held - shipped

"""The folder that tests import into."""

from pathlib import Path

import pytest

from tests.bring.importing import Imported


@pytest.fixture
def imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Imported:
    """Give the folder of a site that there is not yet."""
    return Imported(tmp_path / "site", capsys)

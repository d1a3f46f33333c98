"""What every test gets: an offscreen Qt, a library in a temporary folder, and failure on a logged warning."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

from app.library import Library, open_library

# Timing decides no test: Hypothesis builds its tables of characters once, during whichever test comes first.
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("searching", _UNTIMED)
# The same examples in every run: a landing is not decided by chance.
settings.register_profile("steady", _UNTIMED, derandomize=True)
settings.load_profile("searching")

SHARED = Path(__file__).parents[1].parent / "shared"


class _WarningsKept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "logs_warnings: the test is about a warning that is logged")
    # Said by the offscreen platform about windows that have a smallest size or come forward; real platforms do not.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(autouse=True)
def no_logged_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which a warning or worse is logged."""
    kept = _WarningsKept()
    root = logging.getLogger()
    root.addHandler(kept)
    yield
    root.removeHandler(kept)
    if kept.records and request.node.get_closest_marker("logs_warnings") is None:
        pytest.fail("logged: " + "; ".join(record.getMessage() for record in kept.records))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a temporary folder."""
    opened = open_library(tmp_path / "library.ibidem")
    yield opened
    opened.close()


@pytest.fixture
def shared() -> Path:
    """The folder of measuring data beside the project; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the measuring data beside the project is missing")
    return SHARED

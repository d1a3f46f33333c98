"""A number is read out with its noun."""

from __future__ import annotations

import pytest

from app.counting import counted


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1204, "1,204 entries")]
)
def test_one_thing_is_not_counted_as_many(number, said):
    assert counted(number, "entry", "entries") == said

"""While very many rows are made Python looks for no cycles, and afterwards as before."""

from __future__ import annotations

import gc

from app.library.collecting import without_collecting


def test_bulk_work_rests_the_collector_until_the_outermost_is_done():
    assert gc.isenabled()
    with without_collecting():
        with without_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()

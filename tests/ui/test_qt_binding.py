"""The Qt binding is one that Python can live with."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calling_qt_does_not_use_up_none():
    # PySide6 6.12.0 gave back a reference to None that it never took, with every call of a method without a result.
    # Before Python 3.12 that ends the program after some ten thousand calls, wherever it happens to be.
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("")
    assert sys.getrefcount(None) > before - 500

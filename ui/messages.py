"""The one place that shows the user an error, a defect or a notice."""

from __future__ import annotations

import logging
import platform
import traceback
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QToolButton, QWidget

from app.errors import UserError

NOTICE_MS = 12_000


DONE = {
    "Add": "Added",
    "Attach": "Attached",
    "Change": "Changed",
    "Clean": "Cleaned",
    "Delete": "Deleted",
    "Detach": "Let go of a",
    "Edit": "Changed",
    "Forget": "Forgot",
    "Give": "Gave",
    "Import": "Imported",
    "Link": "Linked",
    "Make": "Made",
    "Merge": "Merged",
    "New": "Made the",
    "Mark": "Marked",
    "Move": "Moved",
    "Put": "Put",
    "Read": "Read",
    "Remember": "Remembered",
    "Remove": "Removed",
    "Rename": "Renamed",
    "Split": "Split",
    "Take": "Took",
    "Unlink": "Unlinked",
    "Withdraw": "Withdrew",
}


def done_words(name: str) -> str:
    """A step's name told as done: "Merge 3 entries" becomes "Merged 3 entries"."""
    verb, _, rest = name.partition(" ")
    return f"{DONE[verb]} {rest}".strip() if verb in DONE else f"{name}: done"


class NoticeBar(QWidget):
    """A line in the status bar with what has just happened, and one thing that can be done about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAccessibleName("Notice")
        self._button = QToolButton()
        self._button.setObjectName("noticeAction")
        self._button.setAutoRaise(True)
        self._act: Callable[[], None] | None = None
        self._button.clicked.connect(self._clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self._button)
        row.addStretch(1)
        self._timer = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._timer.timeout.connect(self.clear)
        self.clear()

    @property
    def text(self) -> str:
        """What the line says now, "" when it is empty."""
        return "" if self.isHidden() else self._label.text()

    def show_notice(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say something for a while, with a button where `action` names one."""
        self._label.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._act = act
        self.setVisible(True)
        self._timer.start()

    def clear(self) -> None:
        """Say nothing."""
        self._timer.stop()
        self._act = None
        self.setVisible(False)

    def _clicked(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()


class Messages(QObject):
    """Shows errors, defects and notices. Dialogs are opened, never waited for, so that nothing below blocks.

    Signals:
        told: the text of everything shown, for the log window and for tests.
    """

    told = Signal(str)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self.notices = NoticeBar()

    def set_window(self, window: QWidget) -> None:
        """Show dialogs over this window from now on."""
        self._window = window

    def notice(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say in the status bar what has happened: "Deleted 3 entries", with "Undo" as its action."""
        self.notices.show_notice(text, action, act)
        self.told.emit(text)

    def error(
        self,
        error: UserError,
        parent: QWidget | None = None,
        ways: Sequence[tuple[str, Callable[[], None]]] = (),
    ) -> QMessageBox:
        """Show what is wrong with the input and what to do about it.

        Args:
            error: title, message and advice.
            parent: the window it belongs to, where that is not the main one.
            ways: buttons in place of "Close" with what they do; the last is what Escape does.
        """
        box = self._box(QMessageBox.Icon.Warning, error.title, error.message, parent)
        box.setInformativeText(error.advice)
        if ways:
            box.setStandardButtons(QMessageBox.StandardButton.NoButton)
            for text, act in ways:
                is_last = (text, act) == ways[-1]
                role = QMessageBox.ButtonRole.RejectRole if is_last else QMessageBox.ButtonRole.ActionRole
                button = box.addButton(text, role)
                # After the box has gone: the act may close the window that the box belongs to.
                button.clicked.connect(lambda *_, call=act: QTimer.singleShot(0, call))
        return self._open(box)

    def defect(self, error: BaseException, parent: QWidget | None = None) -> QMessageBox:
        """Show that the program itself has failed, with the details to copy into a report."""
        logging.getLogger(__name__).debug("defect", exc_info=error)
        details = "".join(traceback.format_exception(error)) + f"\nPython {platform.python_version()}"
        sentence = "Ibidem made a mistake. Your library is as it was before."
        box = self._box(QMessageBox.Icon.Critical, "A defect in Ibidem", sentence, parent)
        box.setInformativeText("Please report it with the details below; they name no entry unless you add it.")
        box.setDetailedText(details)
        copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # else the box would close
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        return self._open(box)

    def question(
        self, title: str, message: str, yes: str, then: Callable[[], None], parent: QWidget | None = None
    ) -> QMessageBox:
        """Ask before something that cannot be undone; `yes` is the verb on the button."""
        box = self._box(QMessageBox.Icon.Question, title, message, parent)
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        agreed.clicked.connect(then)
        return self._open(box)

    def _box(self, icon: QMessageBox.Icon, title: str, text: str, parent: QWidget | None) -> QMessageBox:
        box = QMessageBox(icon, title, text, QMessageBox.StandardButton.Close, parent or self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def _open(self, box: QMessageBox) -> QMessageBox:
        self.told.emit(f"{box.windowTitle()}: {box.text()} {box.informativeText()}".strip())
        box.open()
        return box

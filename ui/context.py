"""What every window of Ibidem gets: the way to the library, to the user, to the settings, and to the main window.

Doors between the windows (each is one function in the module named, called by the main window):

    ui.review.open_review(context, proposal)               a page just read, before it is accepted
    ui.review.open_article(context, article_id, citation)  an article in the library, at a citation's id or None
    ui.duplicates.open_duplicates(context)          the duplicates in the library
    ui.duplicates.open_merge(context, ids)          merge the entries selected
    ui.export_dialog.open_export(context, ids)             write these entries, or all where ids is None
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.background import Background
from ui.memory import Memory
from ui.messages import Messages
from ui.placing import place_over
from ui.preferences import Preferences
from ui.theme import Theme

T = TypeVar("T", bound=QWidget)


@dataclass(frozen=True)
class Context:
    """Handed to every window when it is made; nothing in ui/ is global.

    Attributes:
        background: `ask` and `change`, the signals `changed` and `opened`.
        messages: `notice`, `error`, `defect`, `question`.
        preferences: the settings as `preferences.now`, and `choose(...)`.
        memory: `restore(widget, name)` when a window opens, `keep(widget, name)` when it closes.
        theme: `icon(name)` and the named colours of the present style.
        window: the main window, as parent for dialogs.
        show_entry: brings the main window forward with an entry selected, by id.
        location: the open library's file or address, "" while none is open.
        windows: the windows open beside the main one.
    """

    background: Background
    messages: Messages
    preferences: Preferences
    memory: Memory
    theme: Theme
    window: QWidget | None
    show_entry: Callable[[int], None]
    location: Callable[[], str] = str
    windows: set[QWidget] = field(default_factory=set)

    def show_window(self, window: QWidget) -> None:
        """Show a window of its own beside the main one, and let go of it when it is closed.

        Without this a window that nobody else holds would vanish at once.
        """
        self.windows.add(window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda: self.windows.discard(window))
        if self.window is not None and not window.testAttribute(Qt.WidgetAttribute.WA_Moved):
            place_over(window, self.window)
        window.show()

    def window_of(self, kind: type[T]) -> T | None:
        """The window of a kind that is open already."""
        return next((window for window in self.windows if isinstance(window, kind)), None)

    def close_windows(self) -> bool:
        """Close the windows beside the main one; False where one of them wants to stay."""
        return all(window.close() for window in tuple(self.windows))

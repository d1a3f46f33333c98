"""The parts of the main window that the menus act on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ui.context import Context
from ui.entry_editor import EntryEditor
from ui.entry_list import EntryList
from ui.filter_box import FilterBox
from ui.sidebar import Sidebar

Handlers = dict[str, Callable[[], None]]


@dataclass(frozen=True)
class Panels:
    """What a menu's module gets: the context and the window's parts."""

    context: Context
    entries: EntryList
    filter_box: FilterBox
    sidebar: Sidebar
    editor: EntryEditor
    read_files: Callable[[Sequence[Path]], None]
    read_text: Callable[[str], None]

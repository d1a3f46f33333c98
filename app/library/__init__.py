"""The open library: a store that is read and changed through app.finding, app.editing, app.importing and the rest."""

from app.library.opened import Library, default_location, open_library

__all__ = ["Library", "default_location", "open_library"]

"""The notes' mentions in reading order in, the work each one means out; one candidate or none, with the reason."""

from app.resolving.settled import Answer, NoteReading, Resolution, Settled
from app.resolving.walking import resolve

__all__ = ["Answer", "NoteReading", "Resolution", "Settled", "resolve"]

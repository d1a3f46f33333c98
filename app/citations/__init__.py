"""A note's text in, the places that cite out; which work each means is decided in `app.resolving`."""

from app.citations.marking import find_mentions
from app.citations.mention import Back, Mention, Pointer
from app.citations.shapes import guess_language

__all__ = ["Back", "Mention", "Pointer", "find_mentions", "guess_language"]

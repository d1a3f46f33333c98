"""Tagging: a citation's words in, the part of the work that each of them names out."""

from app.tagging.labels import Part
from app.tagging.tagger import Stretch, Tagged, tag

__all__ = ["Part", "Stretch", "Tagged", "tag"]

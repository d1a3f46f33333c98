"""What the user corrected in one article, used when the next one is read."""

from app.lessons.applying import apply_lessons
from app.lessons.learning import Lesson, Taught, learn

__all__ = ["Lesson", "Taught", "apply_lessons", "learn"]

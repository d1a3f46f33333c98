"""A made-up author for words whose author stands elsewhere: with a name before them no title is taken for one."""

from __future__ import annotations

STRANGER = "J. Doe, "
# In the Brazilian manner names stand in capitals, and a stop behind them.
STRANGER_IN_CAPITALS = "DOE, J. "
STRANGERS_NAME = "Doe, J."

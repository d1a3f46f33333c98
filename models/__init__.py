"""The store: tables, changes and upgrades; knows SQLAlchemy, no Qt and no footnotes."""

"""Changes of the schema, one module each, from the first one on; run by models.upgrading."""

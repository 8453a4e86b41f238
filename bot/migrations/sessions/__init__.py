"""History of the tables of sessions."""

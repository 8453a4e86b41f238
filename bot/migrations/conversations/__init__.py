"""History of the tables of conversations."""

"""One test module per rule."""

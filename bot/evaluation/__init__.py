"""Measures what the assistant understands."""

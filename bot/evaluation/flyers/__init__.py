"""Flyers that are drawn from texts when they are measured; no picture is kept."""

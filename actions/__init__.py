"""Custom actions, one conversation job a file. They answer from the knowledge store and know nothing of channels."""

"""Conversations in the store: bounded, shared by workers, forgotten when their time is over."""

"""Answers danger when model or store cannot be loaded: words, records and plain Python, no Rasa, no spaCy, no database."""

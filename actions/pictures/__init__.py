"""Reads the text of photos and screenshots. Knows nothing of offers, nor of Rasa."""

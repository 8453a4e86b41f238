"""Reads an offer of work: facts, red flags with the words that raise them, risk. No Rasa inside."""

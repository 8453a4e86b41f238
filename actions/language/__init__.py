"""Reads chat Indonesian: spelling, concepts, places, amounts. Pure functions and spaCy, no Rasa; chat, screening and danger share it."""

"""Mawas beside plain Rasa: start-up, memory, size, training, replies. Whole processes, in turn, on one machine."""

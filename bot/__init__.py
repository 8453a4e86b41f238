"""The program around Rasa: command line, conversation, channels, training."""

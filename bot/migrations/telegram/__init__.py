"""History of the tables of the Telegram channel."""

"""Channels: each turns its own kind of input into `bot.messages.Incoming` and shows the replies."""

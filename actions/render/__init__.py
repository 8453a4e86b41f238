"""Turns records into the text of replies. The only place where answers are assembled; pure functions."""

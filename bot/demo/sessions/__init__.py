"""Sessions in a hall: what was shown, how many answered what, which questions stayed open. Never who."""

"""`mawas demo`: the facilitator's page, for a projector in a village hall without signal."""

"""Every answer that a user can get, made by the code that answers them: walked by a test, and shown to experts for review."""

"""Notices danger in a message before its intent is looked for: by the words of editors and by what was learned."""

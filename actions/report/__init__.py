"""The report that a person puts together: questions, answers, whom to contact first, and the sheet. Nothing here is sent or kept."""

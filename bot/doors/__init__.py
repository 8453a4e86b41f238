"""What all HTTP doors have in common: connections that are bounded, answers that browsers keep apart, bodies that come in time."""

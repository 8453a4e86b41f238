"""What may be wrong with an answer: one check a file or a function, each yields what a person has to mend."""

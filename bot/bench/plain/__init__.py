"""Plain Rasa as `rasa init` makes it, with our sentences, domain and rules, in an environment of its own."""

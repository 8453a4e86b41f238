"""What is printed from knowledge: seven signs, the official way, emergency cards, the poster."""

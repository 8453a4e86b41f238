"""What Rasa does in every turn and needs not do: the same results with less work. Each has a test that compares it with Rasa's own."""

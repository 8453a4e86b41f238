"""What inputs are thrown at."""

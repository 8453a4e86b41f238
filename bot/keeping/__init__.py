"""What is kept: deleted when it is old or when somebody says so, carried away as a backup, and brought back."""

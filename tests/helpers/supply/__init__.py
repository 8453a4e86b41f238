"""What Mawas is built of: packages of the lock, their licences, known weaknesses, and the bill of materials."""

"""What stands behind the scenes and role-plays for the village hall."""

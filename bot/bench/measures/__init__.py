"""What is measured, a module for each; every one yields samples."""

"""The folder for a USB stick from which Mawas starts on a laptop without internet."""

"""What the computer tells us: that it was locked, that it goes to sleep, that nobody is there."""

"""A sheet that the person puts together: what is on it, and making it. Pages share it."""

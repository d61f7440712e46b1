"""Publishing a library: files in, what will change, a second name, signed; and its history."""

"""Settings: how the app looks, how it begins, and where your files are."""

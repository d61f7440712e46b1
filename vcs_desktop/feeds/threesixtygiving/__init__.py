"""360Giving: grants already made, as JSON, CSV and XLSX."""

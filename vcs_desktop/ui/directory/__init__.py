"""Who and what is near: networks, hubs, places to learn, and what one can go to."""

"""In the room: the session desk of the secretary."""

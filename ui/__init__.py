"""The Qt shell: screens show rows and say what the user wants; it decides nothing."""

"""Icons of the Lucide set (ISC and MIT licence), tinted when they are drawn."""

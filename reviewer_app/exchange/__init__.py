"""Between people and PCs: what is proved or sealed. The only room that knows PyNaCl."""

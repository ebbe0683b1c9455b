"""Applications (申报项目): the table, and everything about one of them."""

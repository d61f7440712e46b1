"""What can be brought in as a table: the columns of each, and the words that stand over them."""

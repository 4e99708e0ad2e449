"""What commands tell, as text for a person: the two streams, tables, pages and listings."""

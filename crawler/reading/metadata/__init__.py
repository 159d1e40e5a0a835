"""What a page says of its article: headline, source, people, dates, column and site."""

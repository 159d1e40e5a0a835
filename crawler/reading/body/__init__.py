"""The body of an article: where it stands in its page, and what of it is the article."""

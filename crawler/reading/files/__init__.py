"""What an article carries besides its text: pictures and files."""

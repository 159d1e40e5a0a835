"""What runs beside a crawl: its archive, its log, its progress."""

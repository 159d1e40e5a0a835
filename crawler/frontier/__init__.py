"""What is still to be fetched of a portal, in one SQLite file that outlives the process."""

"""Names of people, and how Chinese papers and portals print them."""

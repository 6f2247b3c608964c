"""Everything that is kept, as one file that either database can be filled from.

A backup is a gzipped file of JSON lines: a head (program, migrations, counts are at the end), the small files
of the data folder, then for each table its columns and a line for each row, and an end with the counts. It is
written inside one transaction that sees one moment, so it is consistent while the site is in use.
"""

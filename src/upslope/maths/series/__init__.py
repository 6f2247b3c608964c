"""Taylor series: polynomials, general terms, how far they reach and how far they are off; linearisation."""

"""Writing into copies of Word files: comments at findings, and corrected words; everything else stays as it is."""

"""How each platform writes its export, byte for byte: encoding, preamble, header, totals, numbers, dates."""

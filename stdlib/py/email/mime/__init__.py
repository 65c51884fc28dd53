"""Classes that make messages of one type each."""

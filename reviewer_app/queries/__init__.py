"""What screens, the command line and reports may see."""

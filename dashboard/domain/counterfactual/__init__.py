"""What sales would have been without the ads, by what ads cannot move; and what would tell where nothing does."""

"""What came in: folders, archives and notebooks that anybody may have made, read in processes with limits."""

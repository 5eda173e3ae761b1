"""What this machine has of what the kit needs."""

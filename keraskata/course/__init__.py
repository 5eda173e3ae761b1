"""What authors need: what is missing in a kit, the answer bank, and thresholds that are measured."""

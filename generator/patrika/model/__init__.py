"""Values that flow through a build; this floor imports nothing of ours."""

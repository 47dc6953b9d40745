"""The file system: scanning, staging, publishing, pictures."""

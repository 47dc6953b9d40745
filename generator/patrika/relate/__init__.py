"""What stories are to one another: addresses, order, translations, related, links."""

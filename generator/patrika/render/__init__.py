"""From page inputs to bytes: templates, locales."""

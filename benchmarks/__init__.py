"""Speed of the build, on the sample newsroom and on generated ones."""

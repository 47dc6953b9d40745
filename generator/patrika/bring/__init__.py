"""Sites of other generators and CMSs, brought over as files of ours. Stands beside the build, which knows nothing of it."""

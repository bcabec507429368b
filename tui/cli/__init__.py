"""The command line, one module a command. Standard output is data, standard error is narration."""

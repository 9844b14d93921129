"""The command line: a module a command, which only reads what was typed, calls the library and prints."""

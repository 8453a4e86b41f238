"""SIGHUP: knowledge, screener and model are loaded anew while the program goes on answering."""

"""Programs ask over HTTP as they ask Rasa: `mawas serve`."""

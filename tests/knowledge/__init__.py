"""Tests of the knowledge package; `builders` makes small valid folders."""

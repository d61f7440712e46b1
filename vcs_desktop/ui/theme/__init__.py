"""Colours, sizes, fonts and icons: the only place where a colour is written."""

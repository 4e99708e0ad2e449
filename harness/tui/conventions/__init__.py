"""What holds on every screen: commands and their keys, settings, looks, text made safe, copying."""

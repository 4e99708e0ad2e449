"""The screens: they show session state and send intents, and keep no state of their own."""

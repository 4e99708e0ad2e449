"""What a sitting earned, and how a person is getting on."""

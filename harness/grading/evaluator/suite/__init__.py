"""A problem's tests before any submission: collected, their examples drawn, what each rests on."""

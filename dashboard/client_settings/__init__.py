"""A client's settings as people work with them: checked, tried out, saved, looked back at, taken back."""

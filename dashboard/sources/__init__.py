"""Where files come from when nobody drops them: a watched folder, and sheets that are refreshed.

They go the same way as an upload (`dashboard.intake`), and unasked only where an upload would have nothing to ask.
"""

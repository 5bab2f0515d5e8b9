"""Who may see what: clients, shared links, one-time sign-in addresses, sessions, and the record of every change.

Beside the warehouse and apart from it: one transactional store for the workspace (SQLite; any other URL that SQLAlchemy
knows for several servers), and the server's doors that lead to a session. Nothing here knows Streamlit.
"""

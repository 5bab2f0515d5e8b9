"""Who a sign-in service vouches for: what of its word is believed, and whose session it opens.

The service is one that whoever runs the server has set up; that its word is its own (issuer, signature, for us, for
this browser, now) was checked before. Here is asked whether it says that the e-mail is theirs, and whether that e-mail
was invited.
"""

from __future__ import annotations

from collections.abc import Mapping

_LONGEST = 254
_SAYS_SO = ("email_verified", "xms_edov")  # the second is Microsoft's: the owner of the e-mail's domain was verified


def email_of(claims: Mapping[str, object]) -> str | None:
    """The e-mail that the service has verified to be this person's, in lower case; None if it says no such thing."""
    email = claims.get("email")
    if not isinstance(email, str) or len(email) > _LONGEST or not email.isprintable() or " " in email:
        return None
    if not email.isascii():  # a letter that becomes another in lower case would be somebody else's e-mail
        return None
    stated = [claims[name] for name in _SAYS_SO if name in claims]
    if email.count("@") != 1 or not stated or not all(map(_is_yes, stated)):
        return None
    return email.lower()


def _is_yes(stated: object) -> bool:
    return stated is True or stated in ("true", 1, "1")  # Amazon's service says "true", Microsoft's 1 or "1"

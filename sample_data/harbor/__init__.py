"""“Harbor & Home”, an online shop: gadgets sell on the site, water heaters by phone, and the phone carries the margin.

Call tracking came late, so a year ago nobody knew which advertising made the phone ring. Returns come late too, and for
some weeks an espresso machine was advertised that could not be bought.
"""

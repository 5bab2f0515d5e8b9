"""Clinic “Nord”, Moscow: cheap leads that rarely buy beside dear ones of which every second does.

Last year it sold about as much with hardly any advertising. Since then demand has fallen, the clinic misses three times
as many calls, and a full advertising programme makes up for both.
"""

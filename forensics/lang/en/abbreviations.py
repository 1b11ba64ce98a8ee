"""English words whose full stop ends no sentence."""

from __future__ import annotations

from forensics.lang.en.calendar import SHORT_MONTHS

_TITLES = "Mr Mrs Ms Dr Prof Gen Maj Lt Col Capt Sgt Rep Sen Gov Hon Rev St Jr Sr".split()
_COMPANIES = "Inc Corp Ltd Co".split()
_IN_PROSE = "vs etc e.g i.e cf al No Fig Eq Vol p pp".split()

ABBREVIATIONS = (*_TITLES, *_COMPANIES, *_IN_PROSE, *(month.capitalize() for month in SHORT_MONTHS))

"""English that is not the prose of today: forms that have gone, forms that are going, and Pidgin."""

from __future__ import annotations

from forensics.lang.groups import Registers

REGISTERS = Registers(
    archaic=frozenset(
        """thou thee thy thine thyself ye hath doth hast dost shalt wilt wert didst hadst canst wouldst couldst
        shouldst mayst mayest tis twas twere whence thence hither thither whither wherefore
        methinks forsooth verily ere e'en e'er ne'er betwixt unto saith spake begat prithee hearken howbeit
        peradventure""".split()
    ),
    dated=frozenset(
        """upon lest amidst scarce doubtless yea nay lo behold o fourscore thereon therefrom whereupon yonder yon
        alas oft anon aught naught midst""".split()
    ),
    archaic_ending="eth",
    pidgin=frozenset(
        """dey wey dem na wetin sabi pipo oga una abi comot dia tok tori kontri afta moni pikin evri evribodi
        evritin goment bifor tins pesin abeg ogbonge wia wit dat dis di oda fada mek sef nuh unu weh deh""".split()
    ),
)

"""English words of buttons, labels and trails of links on pages."""

from __future__ import annotations

from forensics.lang.groups import Furniture

_PLATFORMS = frozenset(
    """facebook twitter whatsapp linkedin reddit telegram pinterest tumblr messenger viber flipboard instagram
    youtube mastodon bluesky fb""".split()
)

FURNITURE = Furniture(
    platforms=_PLATFORMS,
    share_words=_PLATFORMS
    | frozenset(
        """share tweet pin print email mail copy link x vk pocket threads sms line skype on via to by with this like
        follow us rss google news""".split()
    ),
    buttons=_PLATFORMS
    | frozenset(
        "share shares tweet tweets pin print email e-mail post comment comments save bookmark".split()
    ),
    beside_buttons=frozenset(
        "listen to this article story page link copy via on google plus news follow k am pm".split()
    ),
    home=("home", "main"),
    source_labels=("sources", "source"),
    credit_labels=frozenset({"credit"}),
    via=frozenset({"via"}),
)

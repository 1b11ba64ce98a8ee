"""How English words are written and how they change their form."""

from __future__ import annotations

from forensics.lang.groups import Spelling

SPELLING = Spelling(
    vowels=frozenset("aeiou"),
    irregular=(
        ("be", "am", "is", "are", "was", "were", "been", "being"),
        ("have", "has", "had", "having"),
        ("do", "does", "did", "done", "doing"),
        ("go", "goes", "went", "gone", "going"),
        ("say", "says", "said", "saying"),
        ("tell", "tells", "told", "telling"),
        ("make", "makes", "made", "making"),
        ("take", "takes", "took", "taken", "taking"),
        ("get", "gets", "got", "gotten", "getting"),
        ("a", "an"),
        ("man", "men"),
        ("woman", "women"),
        ("child", "children"),
        ("person", "people"),
        ("good", "better", "best"),
        ("bad", "worse", "worst"),
    ),
    auxiliaries=frozenset(
        "am are be been being did do does had has have having is was were will would".split()
    ),
    contracted=(("won't", "will not"), ("can't", "can not"), ("shan't", "shall not"), ("n't", " not")),
    contracted_endings=(
        ("'ve", " have"),
        ("'re", " are"),
        ("'ll", " will"),
        ("'m", " am"),
        ("'d", " had"),
        ("'d", " would"),
    ),
    articles=("a", "an"),
    silent=("hour", "honest", "honou", "honor", "heir"),
    sounds_as_consonant=("eu", "uni", "use", "usu", "one", "once", "uk", "ur"),
)

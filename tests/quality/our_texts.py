"""Texts written for the small twins of the floors: answers copied to a degree, and paragraphs told anew."""

# An answer, and how others answered the same question: with it before them, more and more in their own words; and
# without it.
ANSWER = """Twice a day the sea climbs the beach and withdraws again, and the moon is the chief reason. Its pull is
a little stronger on the side of the earth that faces it than at the centre, and weaker on the far side. The water
therefore bulges on both sides, and as the earth turns beneath the two bulges, every coast passes through each of
them once a day. The sun raises tides as well, less than half as high as those of the moon. When sun and moon pull
in one line, at new and at full moon, the two add up to a spring tide; when they stand at right angles, a neap tide
follows. The shape of the coast decides the rest: in a narrow bay the same wave may rise by twelve metres."""

COPIED = {
    "cut": """The moon is the chief reason why the sea climbs the beach twice a day and withdraws again. Its pull is
a little stronger on the side of the earth that faces it than at the centre, and weaker on the far side. The water
therefore bulges on both sides, and as the earth turns beneath the two bulges, every coast passes through each of
them once a day. When sun and moon pull in one line, at new and at full moon, the two add up to a spring tide; when
they stand at right angles, a neap tide follows.""",
    "lightly revised": """Two times a day the sea climbs the beach and goes back again, and the moon is the main
cause. Its pull is slightly stronger on the side of the earth facing it than at the centre, and weaker on the other
side. So the water bulges on both sides, and while the earth turns under these two bulges, each coast passes through
both of them every day. The sun makes tides too, less than half as high as the moon's. If sun and moon pull in one
line, at new moon and full moon, they add up to a spring tide; if they stand at right angles, there is a neap tide.
The shape of the coast does the rest: in a narrow bay the same wave can rise by twelve metres.""",
    "heavily revised": """Mainly because of the moon, the sea climbs up the beach and withdraws twice every day. On
the side of the earth that faces the moon its pull is a little stronger than at the centre; on the far side it is
weaker. That is why there are two bulges of water, one on each side, and because the earth turns beneath them, a
coast passes through both once a day. Tides that are less than half as high are raised by the sun. A spring tide
follows when both pull in one line, at full and at new moon, and a neap tide when they stand at right angles. In a
narrow bay the wave may rise by twelve metres, since the shape of the coast decides too.""",
}

FREE = (
    """Tides come from gravity. Anything with mass attracts anything else, and since the moon is so close, the
oceans feel it most of all. What matters is not the force itself but how it differs from one end of our planet to
the other: this stretches the oceans into an egg. Because we rotate inside that egg, a harbour sees high water
roughly every twelve hours and a half. Fishermen know that some high waters are higher than others; this depends on
whether the sun helps the moon or works against it. Places such as the Bay of Fundy are famous for huge differences.""",
    """I learnt about this when we went sailing. Our skipper had a table with the hours of high and low water for
the whole month, and she explained that they shift by about fifty minutes from one day to the next, just as the moon
rises later every evening. The strongest currents run midway between high and low water. Around the full moon the
harbour nearly fell dry, a week later there was hardly any difference. She said that wind and air pressure can move
the level by half a metre more, which no table can tell in advance.""",
)

# Paragraphs of an invented paper, each with what somebody else made of it.
PARAGRAPHS = (
    (
        """We fitted forty hives with temperature probes at three heights and logged a reading every ten minutes
from October to March. In colonies that survived, the winter cluster drifted upwards by four centimetres a week,
following the honey; in those that died it stopped in December.""",
        """Forty beehives were equipped with sensors for temperature at three different heights, and a value was
recorded every ten minutes between October and March. Surviving colonies showed a cluster that moved up four
centimetres each week, towards the honey, whereas it came to a halt in December where the colony later died.""",
    ),
    (
        """A colony's hum was recorded through the floor board. Before swarming its pitch rose from 180 to 260 hertz
within two days, which a microphone in the lid did not pick up, because the wax of a full super damps everything
above 200 hertz.""",
        """Through the bottom board of the hive the humming of the bees was captured. It went up within two days
from 180 hertz to 260 before the swarm left; wax in a filled super attenuates whatever lies above 200 hertz, so a
microphone placed in the lid missed it.""",
    ),
    (
        """Weight told more than sound. A scale under the hive lost 1.2 kilograms on the morning of the swarm, and
the daily gain fell to nothing a week earlier, when scouts had begun to look for a new home and foragers stayed in.""",
        """More than the sound, it was weight that told us something: on the day of swarming a hive scale dropped by
1.2 kilograms in the morning. One week before, daily gains had already come down to zero, as foragers no longer flew
out and scouts were searching for a new nesting place.""",
    ),
    (
        """Mites were counted on sticky sheets below a grid. The count of three days predicted the infestation of
the brood in August, with an error of a fifth, but not in June, when most mites sit under the caps and few of them
fall.""",
        """For the mites, a sticky sheet was laid under a grid, and what fell on it was counted. Counting for three
days was enough to predict how infested the brood would be in August (the error was about twenty per cent); in June
it failed, because at that time mites mostly stay below the caps and only a few drop.""",
    ),
    (
        """Pollen came from within 800 metres in spring and from twice as far in July, when the fields around the
village had been mown. Colonies beside the orchard flew no less far than the others, although their nearest flowers
stood at the door.""",
        """During spring the bees collected pollen in a radius of 800 metres; in July, after the fields near the
village were mown, this distance doubled. It is striking that colonies next to the orchard, with flowers right in
front of them, flew just as far as all the rest.""",
    ),
    (
        """Of the queens that were raised from three frames, those grafted on the first day weighed most. Age of the
larva explained a third of the variance in weight, the strength of the nursing colony a fifth, and the breed nothing
that we could measure.""",
        """Queens had been raised from three frames, and the heaviest were those whose larvae were grafted on day
one. A third of the variation in their weight is explained by larval age and one fifth by how strong the nurse
colony was; no effect of breed could be measured.""",
    ),
)

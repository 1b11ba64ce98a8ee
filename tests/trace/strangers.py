"""Two texts that have nothing in common."""

FAIRS = (
    "Winter fairs drew traders from inland towns because the roads were frozen and carts could pass. The accounts of "
    "the parish show that stalls were let by the yard, and that a baker paid twice what a cooper did."
)
LIGHTS = (
    "The lighthouse was built by subscription, though the names of the givers were lost in a fire. Engineers had "
    "warned that the rock would not hold a tower of stone, so iron legs were sunk instead."
)

"""Events in the columns that users of other systems have: ACLED, PLOVER and GDELT."""

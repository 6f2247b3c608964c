// A finished game of the sandpit, shown stick by stick. A bundle of its own: who plays does not need it.
import "./elements/pit-game/pit-replay";

// The sandpit game. A bundle of its own, which its pages ask for.
import "./elements/pit-game/pit-game";

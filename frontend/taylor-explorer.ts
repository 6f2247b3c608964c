// The Taylor explorer's own bundle; only its page asks for it.
import "./elements/taylor-explorer/taylor-explorer";

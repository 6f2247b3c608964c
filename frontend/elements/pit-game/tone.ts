const [HIGHEST, SHALLOWEST, OCTAVE] = [880, 1, 4]; // hertz at one metre down; an octave lower every four metres
const LENGTH = 0.45; // seconds

/** The pitch of a depth in hertz: the deeper, the lower. */
export function pitchOf(depth: number): number {
  return HIGHEST * 2 ** -((depth - SHALLOWEST) / OCTAVE);
}

let context: AudioContext | undefined;

/** Sounds a depth, from the left (−1) or right (1) of the field. Made at the first sound: browsers want a press before it. */
export function sound(depth: number, east: number): void {
  context ??= new AudioContext();
  const now = context.currentTime;
  const [voice, loudness, side] = [context.createOscillator(), context.createGain(), context.createStereoPanner()];
  voice.type = "triangle";
  voice.frequency.value = pitchOf(depth);
  side.pan.value = east;
  loudness.gain.setValueAtTime(0, now);
  loudness.gain.linearRampToValueAtTime(0.25, now + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, now + LENGTH);
  voice.connect(loudness).connect(side).connect(context.destination);
  voice.start(now);
  voice.stop(now + LENGTH);
}

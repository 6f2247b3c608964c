import { clamp } from "../scale";
import { write } from "../svg";
import { attitudeText, turnByHand as turnCanvas } from "../turning";
import type { Hand } from "./brush";
import type { Space } from "./space";

/** Turns and tilts a space: by dragging its ground, or by the arrow keys. The result says to screen readers how it stands. */
export function turnByHand({ canvas, data }: Space, hand: Hand): () => void {
  const [low, high] = hand.range(data.turn);
  const [lowest, highest] = hand.range(data.tilt);
  write(canvas, { tabindex: 0, role: "slider", "aria-label": "Turn it left and right, tilt it up and down", "aria-valuemin": low, "aria-valuemax": high });
  turnCanvas(canvas, (east, north) => {
    const { [data.turn]: turn = 0, [data.tilt]: tilt = 0 } = hand.state;
    // A range of a whole turn has no ends: beyond one of them it goes on at the other.
    const round = high - low >= 360 ? ((((turn + east - low) % 360) + 360) % 360) + low : clamp(turn + east, low, high);
    hand.take();
    hand.move({ [data.turn]: round, [data.tilt]: clamp(tilt + north, lowest, highest) });
  });
  return () => {
    const { [data.turn]: turn = 0, [data.tilt]: tilt = 0 } = hand.state;
    write(canvas, { "aria-valuenow": Math.round(turn), "aria-valuetext": attitudeText({ turn, tilt }) });
  };
}

import type { State } from "../../figures/figure-state";
import type { Hand } from "../../figures/scene/brush";

const STEP = 600; // ms for one step of a number that has steps
const WHOLE = 4000; // ms from end to end for one that has none
const LONGEST = 9000;

/**
 * What pressing a button does that runs a number to its end, and from its beginning once it is there. Where motion is
 * unwelcome it goes step by step.
 */
export function playing(button: HTMLButtonElement, name: string, hand: Hand, tween: (partial: State, milliseconds: number) => Promise<void>): () => void {
  const [low, high] = hand.range(name);
  const grid = hand.grid(name);
  let running = 0;
  const label = button.getAttribute("aria-label") ?? "Play";
  const say = (words: string) => {
    button.textContent = words;
    button.setAttribute("aria-label", label.replace("Play", words));
  };
  const here = () => hand.state[name] ?? low;

  const stop = () => {
    running += 1;
    say("Play");
  };
  const run = async () => {
    const turn = (running += 1);
    say("Pause");
    if (here() >= high - 1e-9) hand.move({ [name]: low });
    const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const pause = () => new Promise((resolve) => setTimeout(resolve, STEP));
    if (quiet && grid > 0) {
      let before = here();
      // Ends at the end, or when the learner has moved it meanwhile.
      while (turn === running && here() === before && before < high - 1e-9) {
        hand.move({ [name]: before + grid });
        before = here();
        await pause();
      }
    } else {
      const left = (high - here()) / (grid > 0 ? grid : high - low);
      await tween({ [name]: high }, Math.min(LONGEST, left * (grid > 0 ? STEP : WHOLE)));
    }
    if (turn !== running) return;
    stop();
    // It was the learner who set it going.
    hand.move({});
  };
  return () => {
    const wasRunning = button.textContent === "Pause";
    hand.take();
    if (wasRunning) {
      stop();
      hand.move({});
    } else void run();
  };
}

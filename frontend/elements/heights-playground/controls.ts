import type { FigureState, State } from "../../figures/figure-state";
import { logScale } from "../../figures/scale";
import { bindSlider } from "../../figures/slider";
import type { Data, Look } from "./look";
import { outcomeWords } from "./outcome";
import { arrival, isNear, STEPS } from "./walk";

const PACE = 140; // milliseconds for a step when walking
const QUIET = 250; // milliseconds of rest before the outcome is told: it is read aloud, and dragging changes it often

/** The buttons, the slider and the words below the drawing. */
export function bindControls(host: HTMLElement, data: Data, core: () => FigureState, look: () => Look) {
  const walking = walker(core, look);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  host.addEventListener("figure-take", walking.stop);
  const act = (partial: State) => {
    core().take();
    core().move(partial);
  };
  const on = (name: string, run: (button: HTMLButtonElement) => void) => {
    const button = host.querySelector<HTMLButtonElement>(`[data-do=${name}]`);
    button?.addEventListener("click", () => run(button));
    return button;
  };
  const walk = on("walk", () => (walking.going() ? walking.stop() : walking.start()));
  on("back", () => act({ step: Math.min(look().step, look().last) - 1 }));
  on("next", () => act({ step: look().step + 1 }));
  const choices = ["group", "surface"].map((name) => bindChoices(host, name, act));
  const input = host.querySelector<HTMLInputElement>("input.range");
  const scale = logScale(...data.ranges["aggression"]!, 0, 100);
  const move = (value: number) => core().move({ aggression: rounded(value) });
  const slide = input && bindSlider(input, { scale: () => scale, take: () => core().take(), move });

  const say = (going: boolean) => {
    clearTimeout(quiet);
    if (!going) quiet = setTimeout(() => setWords(host.querySelector(".outcome"), outcomeWords(look())), QUIET);
  };

  return (now: Look, state: State) => {
    for (const choose of choices) choose(state);
    slide?.(now.aggression, String(now.aggression));
    setWords(walk, walking.going() ? "Pause" : "Walk");
    say(walking.going());
    showArrivals(host, now);
  };
}

/** Two digits are enough to set an aggression, and a link stays short. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}

function walker(core: () => FigureState, look: () => Look) {
  let timer = 0;
  const stop = () => {
    clearInterval(timer);
    if (timer !== 0) core().redraw();
    timer = 0;
  };
  const go = () => {
    const { step, last } = look();
    // At its end a walk counts as whole: whatever is changed afterwards shows the whole of the new one.
    const over = step + 1 >= last;
    core().move({ step: over ? STEPS : step + 1 });
    if (over) stop();
  };
  const start = () => {
    core().take();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      core().move({ step: STEPS });
      return;
    }
    const { step, last } = look();
    core().move({ step: step >= last ? 0 : step });
    timer = window.setInterval(go, PACE);
  };
  return { start, stop, going: () => timer !== 0 };
}

function bindChoices(host: HTMLElement, name: string, act: (partial: State) => void): (state: State) => void {
  const buttons = [...host.querySelectorAll<HTMLButtonElement>(`[data-${name}]`)];
  buttons.forEach((button, place) => button.addEventListener("click", () => act({ [name]: place })));
  return (state) => buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(state[name] === place)));
}

function setWords(element: Element | null | undefined, words: string): void {
  if (element && element.textContent !== words) element.textContent = words;
}

/** How many steps each walk needs, said only once it has been walked. */
function showArrivals(host: HTMLElement, { down, newton, step, last, bottom, place }: Look): void {
  for (const [name, walk] of [["walk", down], ["newton", newton]] as const) {
    const there = arrival(walk, bottom);
    const lost = walk.lost !== undefined && step >= walk.places.length;
    const arrived = there > 0 && there <= step ? `${there} steps` : step >= last ? "not in 50" : "–";
    setWords(host.querySelector(`[data-arrives=${name}]`), isNear(place, bottom) ? "–" : lost ? "lost" : arrived);
  }
}

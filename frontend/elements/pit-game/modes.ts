import type { GamePage, Mode } from "./game";
import type { Show } from "./look";

/** The kinds of pit as a row of radio buttons; none is ever locked. */
export function bindModes(host: HTMLElement, modes: GamePage["modes"], choose: (mode: Mode) => void): Show {
  const radios = [...host.querySelectorAll<HTMLInputElement>(".pit-modes input")];
  for (const radio of radios) {
    radio.addEventListener("change", () => {
      const mode = modes.find(({ mode }) => mode === radio.value);
      if (mode !== undefined) choose(mode);
    });
  }
  return ({ mode }) => {
    for (const radio of radios) radio.checked = radio.value === mode.mode;
  };
}

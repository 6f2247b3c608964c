import { FIELD, onField, type Place } from "./place";
import type { Show } from "./look";

/** Placing a stick by typing where it shall stand. The fields follow the cursor until something is typed into them. */
export function bindCoordinates(host: HTMLElement, deeds: { place(place: Place): void; complain(words: string): void }): Show {
  const form = host.querySelector<HTMLFormElement>(".pit-coordinates")!;
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input[inputmode=decimal]")];
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const read = inputs.map(({ value }) => readMetres(value));
    const wrong = read.findIndex((value) => value === undefined);
    if (wrong >= 0) {
      deeds.complain(complaint(inputs[wrong]!.value, wrong === 0 ? "x" : "y"));
      inputs[wrong]!.focus();
    } else deeds.place(onField(read as unknown as Place));
  });
  let shown = "";
  return ({ cursor, game }) => {
    form.hidden = game?.is_over ?? false;
    if (shown === cursor.join()) return;
    shown = cursor.join();
    inputs.forEach((input, index) => {
      if (input !== document.activeElement) input.value = String(cursor[index]);
    });
  };
}

/** A number of metres inside the fence; a comma will do as well as a point. */
export function readMetres(text: string): number | undefined {
  const plain = text.trim().replace(",", ".").replace("−", "-");
  const value = /^-?(\d+\.?|\d*\.\d+)$/.test(plain) ? Number(plain) : NaN; // Number() alone would take 0x3 and 3e0
  return value >= 0 && value <= FIELD ? value : undefined;
}

function complaint(text: string, name: string): string {
  const shown = text.trim() === "" ? "nothing" : `“${text.trim().slice(0, 20)}”`;
  return `${name} is ${shown} at the moment. It has to be a number of metres from 0 to ${FIELD}, for example 2.5.`;
}

/** A button that is on or off, remembered by whoever made it. */
export function bindToggle(button: HTMLButtonElement, isOn: boolean, change: (isOn: boolean) => void): void {
  button.setAttribute("aria-pressed", String(isOn));
  button.addEventListener("click", () => {
    const next = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(next));
    change(next);
  });
}

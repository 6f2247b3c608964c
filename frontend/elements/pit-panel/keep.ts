/** Replaces content and puts the keyboard back: on the control of the same name and value, else on the first button. */
export function keepFocus(part: Element, replace: () => void): void {
  const held = document.activeElement;
  const was = held !== null && part.contains(held) ? held : null;
  const [name, value] = [was?.getAttribute("name") ?? "", was?.tagName === "BUTTON" ? was.getAttribute("value") : null];
  replace();
  if (was === null) return;
  const same = [...part.querySelectorAll<HTMLElement>("[name]")].find(
    (control) => control.getAttribute("name") === name && (value === null || control.getAttribute("value") === value),
  );
  (same ?? part.querySelector<HTMLElement>("button"))?.focus({ preventScroll: true });
}

/** The fields of a form that people fill in. */
export function fieldsOf(where: Element): (HTMLInputElement | HTMLSelectElement)[] {
  return [...where.querySelectorAll<HTMLInputElement | HTMLSelectElement>(".pit-form-field")];
}

/** Puts what is typed at this moment into the content that comes in its place. */
export function keepTyped(from: Element, to: Element): void {
  for (const field of fieldsOf(to)) {
    const typed = fieldsOf(from).find((other) => other.name === field.name);
    if (typed !== undefined) field.value = typed.value;
  }
}

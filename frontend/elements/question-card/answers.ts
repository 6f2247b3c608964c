// A form's answers as one text and back, so that they can be compared, kept and restored.
const PREFIX = "answer.";
type AnswerField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsOf(form: HTMLFormElement): AnswerField[] {
  return [...form.querySelectorAll<AnswerField>(`:is(input, textarea, select)[name^="${PREFIX}"]`)];
}

function isTicked(field: AnswerField): field is HTMLInputElement {
  return field.type === "radio" || field.type === "checkbox";
}

export function readAnswers(form: HTMLFormElement): string {
  const answers = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith(PREFIX) && typeof value === "string") answers.append(name, value);
  }
  return answers.toString();
}

/** The answers that came with the page, whatever has been typed since, be it before this script was there. */
export function servedAnswers(form: HTMLFormElement): string {
  const answers = new URLSearchParams();
  for (const field of fieldsOf(form)) {
    if (!isTicked(field)) answers.append(field.name, servedValue(field));
    else if (field.defaultChecked) answers.append(field.name, field.value);
  }
  return answers.toString();
}

function servedValue(field: AnswerField): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  return [...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0]?.value ?? "";
}

/** Puts answers (as `readAnswers` wrote them) into the fields, and lets the fields know. */
export function writeAnswers(form: HTMLFormElement, text: string): void {
  const answers = new URLSearchParams(text);
  for (const field of fieldsOf(form)) {
    const values = answers.getAll(field.name);
    if (isTicked(field)) field.checked = values.includes(field.value);
    else field.value = values[0] ?? "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** The server's answers by part (ticked options joined by commas) as `readAnswers` would have written them. */
export function fromParts(answers: Record<string, string>, isTicked: (name: string) => boolean): string {
  const text = new URLSearchParams();
  for (const [part, value] of Object.entries(answers)) {
    const name = PREFIX + part;
    if (!isTicked(name)) text.append(name, value);
    else for (const option of value.split(",").filter((id) => id !== "")) text.append(name, option);
  }
  return text.toString();
}

/** The typed answers among them, for showing to the learner; ticked options have only ids. */
export function typedOnes(answers: Record<string, string>, isTicked: (name: string) => boolean): string[] {
  return Object.entries(answers).flatMap(([part, value]) => (isTicked(PREFIX + part) || value === "" ? [] : [value]));
}

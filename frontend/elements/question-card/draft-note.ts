// The line under a card's fields that says when something could not be kept or sent.

const WORDS = {
  away: "Not saved yet: the course is not answering. Your answer is kept in this browser and saved as soon as it is back.",
  refused: "This page has grown old and can no longer save. Reload it; your answer is kept in this browser.",
  unsent: "Not sent yet: the course is not answering. Your answer is safe, and I will try again.",
  unanswered: "The course is not answering. Nothing is lost; try that again in a moment.",
};

export function tell(place: HTMLElement, kind: "quiet" | keyof typeof WORDS): void {
  const words = kind === "quiet" ? "" : WORDS[kind];
  if (place.textContent !== words) place.textContent = words;
}

/** Offers the answer another tab saved. Whichever is taken, the other was never overwritten unasked. */
export function offer(place: HTMLElement, others: string[], take: () => void, keep: () => void): void {
  const sentence = document.createElement("p");
  sentence.textContent = "A different answer to this was saved from another tab";
  sentence.append(others.length > 0 ? ": " : ".");
  others.forEach((text, index) => {
    const code = document.createElement("code");
    code.textContent = text;
    sentence.append(index > 0 ? ", " : "", code);
  });
  const row = document.createElement("div");
  row.className = "button-row";
  row.append(button("Take that one", take), button("Keep this one", keep));
  place.replaceChildren(sentence, row);
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", press);
  return made;
}


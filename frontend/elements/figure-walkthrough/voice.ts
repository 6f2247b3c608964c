/** Whether this browser can read aloud. */
export function canSpeak(): boolean {
  return "speechSynthesis" in window;
}

/** Reads a caption aloud. Nothing waits for it: browsers start, stall and end speech as they like. */
export function speak(caption: Element): void {
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(spokenText(caption));
  utterance.lang = document.documentElement.lang || "en-GB";
  speechSynthesis.speak(utterance);
}

export function hush(): void {
  if (canSpeak()) speechSynthesis.cancel();
}

/** The words of a caption, each formula once (KaTeX writes it twice: for eyes and for readers). */
export function spokenText(caption: Element): string {
  const copy = caption.cloneNode(true) as Element;
  for (const drawn of copy.querySelectorAll(".katex-html, annotation")) drawn.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

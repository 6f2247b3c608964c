const PATIENCE = { times: 2.5, more: 6 }; // how much longer than planned a step waits for its sentence, in seconds

/** Reads captions aloud, where the browser can. */
export class Voice {
  isOn = false;
  #saying: SpeechSynthesisUtterance | undefined;
  #until = 0;

  static get isPossible(): boolean {
    return "speechSynthesis" in window;
  }

  /** Reads a caption that is to be on for some seconds. */
  speak(words: string, seconds: number, rate: number): void {
    if (!this.isOn || !Voice.isPossible) return;
    speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = document.documentElement.lang || "en-GB";
    utterance.rate = rate;
    // Browsers start, stall and forget to end speech as they like: a story never waits for longer than this.
    this.#until = performance.now() + 1000 * (PATIENCE.times * seconds + PATIENCE.more);
    this.#saying = utterance;
    // The sentence before may be told to have ended only now.
    const over = () => {
      if (this.#saying === utterance) this.#saying = undefined;
    };
    utterance.addEventListener("end", over);
    utterance.addEventListener("error", over);
    speechSynthesis.speak(utterance);
  }

  hush(): void {
    this.#saying = undefined;
    if (Voice.isPossible) speechSynthesis.cancel();
  }

  get isSpeaking(): boolean {
    return this.#saying !== undefined && performance.now() < this.#until;
  }
}

/** The words of a caption, each formula once (KaTeX writes it twice: for eyes and for readers). */
export function spokenText(caption: Element): string {
  const copy = caption.cloneNode(true) as Element;
  for (const drawn of copy.querySelectorAll(".katex-html, annotation")) drawn.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

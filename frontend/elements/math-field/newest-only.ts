/**
 * Asks about one text at a time. While a question is on its way only the newest text waits; a reply is used only if
 * nothing newer is waiting, so the last typed text always wins.
 */
export class NewestOnly<Reply> {
  #waiting: string | null = null;
  #isBusy = false;

  constructor(
    private readonly send: (text: string) => Promise<Reply>,
    private readonly use: (reply: Reply, text: string) => void,
  ) {}

  async ask(text: string): Promise<void> {
    this.#waiting = text;
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#waiting !== null) {
      const asked: string = this.#waiting;
      this.#waiting = null;
      const reply = await this.send(asked).catch(() => null);
      if (reply !== null && this.#waiting === null) this.use(reply, asked);
    }
    this.#isBusy = false;
  }
}

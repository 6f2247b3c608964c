/** What was drawn before and after, for undo and redo. */
export class History<State> {
  #past: State[] = [];
  #future: State[] = [];
  #tag = "";

  constructor(private state: State) {}

  get now(): State {
    return this.state;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Changes with the same tag, one after the other, are undone together. */
  change(state: State, tag = ""): void {
    if (tag === "" || tag !== this.#tag) this.#past.push(this.state);
    this.#tag = tag;
    this.#future = [];
    this.state = state;
  }

  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.state);
    this.state = before;
    this.#tag = "";
  }

  redo(): void {
    const after = this.#future.pop();
    if (after === undefined) return;
    this.#past.push(this.state);
    this.state = after;
    this.#tag = "";
  }
}

// A matrix as a grid of cells between brackets. The text area inside holds the answer as text and works without this.
import { EchoLine } from "../math-field/echo-line";
import type { TypedAnswer } from "../math-field/math-field";
import { write } from "../math-keys/write";
import { cellName, placeFor, stepFrom, type Place, type Size } from "./grid-places";
import { entriesOf, entryAt, written, type Written } from "./matrix-text";
import { sizeButtons } from "./size-buttons";

const LARGEST = 6;
const FIRST_SIZE: Size = [2, 2];

export class MatrixAnswer extends HTMLElement implements TypedAnswer {
  #size: Size = FIRST_SIZE;
  #entries: string[][] = []; // also those a smaller size hides: they come back with the larger one
  #written: Written = { text: "", starts: [] };
  #cells: HTMLInputElement[][] = [];
  #grid = document.createElement("div");
  #echo = new EchoLine(this, () => this.#field.value, (echo) => this.#showTrouble(echo));

  get #field(): HTMLTextAreaElement {
    return this.querySelector("textarea")!;
  }

  get #isFree(): boolean {
    return !this.hasAttribute("rows");
  }

  /** The largest size the grid can have. */
  get #room(): Size {
    const side = (name: string) => Number(this.getAttribute(name) ?? LARGEST);
    return [side("rows"), side("columns")];
  }

  connectedCallback(): void {
    if (this.#grid.isConnected) return;
    this.#build();
    this.#take();
    this.addEventListener("input", this.#changed);
    this.#grid.addEventListener("keydown", this.#pressed);
    this.#grid.addEventListener("paste", this.#pasted);
  }

  disconnectedCallback(): void {
    this.#echo.stop();
  }

  /** Marks the entry that could not be read, or all of them where no one is to blame. */
  markUnreadable(offset: string | null): void {
    this.markReadable();
    const cells = offset === null ? this.#cells.flat() : [this.#cellAt(Number(offset))];
    for (const cell of cells) cell?.setAttribute("aria-invalid", "true");
  }

  markReadable(): void {
    for (const cell of this.#cells.flat()) cell.removeAttribute("aria-invalid");
  }

  #build(): void {
    const label = this.querySelector("label")!;
    this.#grid.className = "matrix-cells";
    this.#grid.setAttribute("role", "group");
    this.#grid.setAttribute("aria-labelledby", label.id);
    const room = document.createElement("div");
    room.className = "matrix-room";
    room.append(this.#grid);
    this.#field.hidden = true;
    this.querySelector<HTMLElement>(".matrix-format")!.hidden = true;
    this.#field.before(room);
    if (this.#isFree) room.after(sizeButtons(LARGEST, () => this.#size, (size) => this.#resize(size)));
  }

  /** Shows what the text area holds; what does not fit into the grid goes into its first cell as it is. */
  #take(): void {
    const text = this.#field.value;
    const found = entriesOf(text);
    const size: Size = [found.length, Math.max(...found.map((row) => row.length))];
    const room = this.#room;
    const fits = size[0] <= room[0] && size[1] <= room[1];
    this.#entries = fits ? found : [[text]];
    if (!this.#isFree) this.#size = room;
    else this.#size = fits && text.trim() !== "" ? size : FIRST_SIZE;
    this.#draw();
  }

  #draw(): void {
    const [rows, columns] = this.#size;
    this.style.setProperty("--rows", String(rows));
    this.style.setProperty("--columns", String(columns));
    this.#cells = range(rows).map((r) => range(columns).map((c) => this.#cell([r, c])));
    this.#grid.replaceChildren(...this.#cells.flat());
    this.querySelector("label")!.htmlFor = this.#cells[0]![0]!.id;
    this.#written = written(this.#shown());
    this.querySelector(".matrix-size")?.dispatchEvent(new Event("resized"));
  }

  #cell(place: Place): HTMLInputElement {
    const cell = document.createElement("input");
    const isLast = place[0] === this.#size[0] - 1 && place[1] === this.#size[1] - 1;
    Object.assign(cell, { type: "text", id: `${this.#field.id}-${place.join("-")}`, maxLength: 300, spellcheck: false });
    Object.assign(cell, { autocomplete: "off", autocapitalize: "off", enterKeyHint: isLast ? "go" : "next" });
    cell.setAttribute("aria-label", cellName(place, this.#size));
    cell.setAttribute("aria-describedby", `${this.#field.id}-words`);
    cell.value = this.#entries[place[0]]?.[place[1]] ?? "";
    fit(cell);
    return cell;
  }

  #shown(): string[][] {
    return this.#cells.map((row) => row.map((cell) => cell.value));
  }

  #changed = (event: Event): void => {
    if (event.target === this.#field) {
      if (this.#field.value !== this.#written.text) this.#take();
    } else {
      this.#put();
    }
    this.markReadable();
    this.#echo.ask();
  };

  /** Writes the entries into the text area. */
  #put(): void {
    this.#cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        (this.#entries[r] ??= [])[c] = cell.value;
        fit(cell);
      }),
    );
    this.#written = written(this.#shown());
    this.#field.value = this.#written.text;
  }

  #resize(size: Size): void {
    this.#size = size;
    this.#draw();
    this.#field.value = this.#written.text;
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #pressed = (event: KeyboardEvent): void => {
    const cell = event.target as HTMLInputElement;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const caret = { start: cell.selectionStart ?? 0, end: cell.selectionEnd ?? 0, length: cell.value.length };
    const next = stepFrom(event.key, this.#placeOf(cell), this.#size, caret);
    if (next === null) return;
    event.preventDefault();
    const there = this.#cells[next[0]]![next[1]]!;
    there.focus();
    const at = event.key === "ArrowRight" ? 0 : there.value.length;
    there.setSelectionRange(event.key === "Enter" ? 0 : at, at);
  };

  /** Spreads a pasted matrix over the cells; a single entry is pasted as text always is. */
  #pasted = (event: ClipboardEvent): void => {
    const entries = entriesOf(event.clipboardData?.getData("text/plain") ?? "");
    const block: Size = [entries.length, Math.max(...entries.map((row) => row.length))];
    const goal = placeFor(block, this.#placeOf(event.target as HTMLInputElement), this.#size, this.#room);
    if (goal === null || block[0] * block[1] === 1) return;
    event.preventDefault();
    if (goal.size.join() !== this.#size.join()) this.#resize(goal.size);
    entries.forEach((row, r) =>
      row.forEach((entry, c) => {
        const cell = this.#cells[goal.at[0] + r]![goal.at[1] + c]!;
        cell.focus();
        cell.select();
        write(cell, entry);
      }),
    );
  };

  #placeOf(cell: HTMLInputElement): Place {
    const row = this.#cells.findIndex((cells) => cells.includes(cell));
    return [row, this.#cells[row]!.indexOf(cell)];
  }

  #cellAt(offset: number): HTMLInputElement | undefined {
    const [row, column] = entryAt(this.#written.starts, offset);
    return this.#cells[row]?.[column];
  }

  /** While typing, the entry that the echo speaks of is underlined, and no other. */
  #showTrouble(echo: HTMLElement): void {
    for (const cell of this.#cells.flat()) delete cell.dataset["trouble"];
    const offset = echo.querySelector<HTMLElement>("[data-offset]")?.dataset["offset"];
    const cell = offset === undefined ? undefined : this.#cellAt(Number(offset));
    if (cell) cell.dataset["trouble"] = "";
  }
}

/** Cells are as wide as what is in them; `field-sizing` does it where there is such a thing. */
function fit(cell: HTMLInputElement): void {
  cell.size = Math.min(Math.max(cell.value.length + 1, 4), 28);
}

function range(count: number): number[] {
  return [...Array(count).keys()];
}

customElements.define("matrix-answer", MatrixAnswer);

import { CodeCell } from "../code-cell/code-cell";
import { postTo } from "./lab-post";

export interface CellListWishes {
  /** Saves what is typed, so that the server's text and the page's are the same; returns the revision. */
  settle: () => Promise<number>;
  /** The server now stands at this revision. */
  savedAs: (revision: number) => void;
  conflict: () => void;
}

/** The code cells of a lab page: adds them, removes them, and brings the last removed one back. */
export class CellList {
  #page: HTMLElement;
  #wishes: CellListWishes;
  #removed: { after: string; source: string } | undefined;

  constructor(page: HTMLElement, wishes: CellListWishes) {
    this.#page = page;
    this.#wishes = wishes;
  }

  get all(): CodeCell[] {
    return [...this.#page.querySelectorAll<CodeCell>("code-cell")];
  }

  next(cell: CodeCell): CodeCell | undefined {
    return this.all[this.all.indexOf(cell) + 1];
  }

  /** What is typed, under the names that the server knows. */
  get fields(): Record<string, string> {
    return Object.fromEntries(this.all.map((cell) => [cell.field.name, cell.field.value]));
  }

  /** Puts a cell below another one and goes there. Returns it, or nothing if that was not possible. */
  async add(below: CodeCell, code = ""): Promise<CodeCell | undefined> {
    return this.#add(below.cellId, code);
  }

  /** Takes a cell away that the learner has added. */
  async remove(cell: CodeCell): Promise<boolean> {
    const above = this.all[this.all.indexOf(cell) - 1];
    if (!(await this.#change("remove", { remove: cell.cellId }))) return false;
    this.#removed = { after: above?.cellId ?? "", source: cell.field.value };
    cell.remove();
    this.#number();
    above?.focus();
    return true;
  }

  async undoRemove(): Promise<void> {
    if (this.#removed !== undefined) await this.#add(this.#removed.after, this.#removed.source);
    this.#removed = undefined;
  }

  async #add(after: string, code: string): Promise<CodeCell | undefined> {
    const answer = await this.#change("add", { add: after, code });
    if (answer === undefined) return undefined;
    const place = this.all.find((cell) => cell.cellId === after) ?? this.all[0];
    place?.insertAdjacentHTML("afterend", answer.html ?? "");
    const added = place?.nextElementSibling;
    this.#number();
    if (!(added instanceof CodeCell)) return undefined;
    added.focus();
    return added;
  }

  async #change(action: string, more: Record<string, string>): Promise<{ html?: string } | undefined> {
    const revision = String(await this.#wishes.settle());
    const reply = await postTo(this.#page, action, { ...this.fields, ...more, revision });
    if (reply.status === 409) this.#wishes.conflict();
    if (!reply.ok) return undefined;
    const answer = (await reply.json()) as { html?: string; revision: number };
    this.#wishes.savedAs(answer.revision);
    return answer;
  }

  #number(): void {
    for (const [index, cell] of this.all.entries()) cell.number = String(index + 1);
  }
}

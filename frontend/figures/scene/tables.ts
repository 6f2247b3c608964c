import type { NumberData, SceneData, SequenceData, TableData } from "./data";
import { namesIn, type Environment, type Scope } from "./environment";

/** Rows of numbers that items are drawn from, once for each row. */
export interface Table {
  /** The names that a row has: its columns, `k`, and for a sequence each column once more as it is in the row after. */
  readonly names: readonly string[];
  /** The number whose change means new rows, or undefined for a table that stays. */
  readonly counter: string | undefined;
  length(): number;
  /** Puts a row's numbers in the places of a scope that has these names. */
  put(row: number, values: Float64Array, first: number): void;
}

interface Plan {
  readonly tables: ReadonlyMap<string, Table>;
  /** What is to be worked out each frame, in an order in which nothing is used before it is known. */
  readonly plan: readonly (() => void)[];
}

/** The tables of a scene, and the steps that work out its numbers. */
export function makeTables(data: SceneData, environment: Environment): Plan {
  const tables = new Map(Object.entries(data.rows).map(([name, table]) => [name, standing(table)] as const));
  const plan: (() => void)[] = [];
  const waiting = new Map(data.sequences.map((sequence) => [sequence.name, sequence]));
  for (const { name } of data.sequences) tables.set(name, NOTHING);
  const runFor = (names: readonly string[], rows?: string) => {
    for (const sequence of [...waiting.values()]) {
      const ends = sequence.names.map((column) => `${sequence.name}_${column}`);
      if (sequence.name !== rows && !names.some((name) => ends.includes(name))) continue;
      waiting.delete(sequence.name);
      runSequence(sequence);
    }
  };
  const runSequence = (sequence: SequenceData) => {
    runFor([sequence.count, ...sequence.start, ...sequence.next].flatMap(namesIn));
    const { table, run } = moving(sequence, environment);
    tables.set(sequence.name, table);
    plan.push(run);
  };
  for (const number of data.numbers) {
    if ("tree" in number) runFor(namesIn(number.tree));
    else runFor(namesIn(number.sum), number.rows);
    plan.push(working(number, tables, environment));
  }
  for (const sequence of waiting.values()) runSequence(sequence);
  return { tables, plan };
}

const NOTHING: Table = { names: [], counter: undefined, length: () => 0, put: () => undefined };

function standing({ columns, values: rows }: TableData): Table {
  return {
    names: [...columns, "k"],
    counter: undefined,
    length: () => rows.length,
    put(row, values, first) {
      const numbers = rows[row]!;
      for (let column = 0; column < columns.length; column += 1) values[first + column] = numbers[column]!;
      values[first + columns.length] = row;
    },
  };
}

function working(number: NumberData, tables: ReadonlyMap<string, Table>, environment: Environment): () => void {
  const { values } = environment;
  const place = environment.placeOf(number.name);
  if ("tree" in number) {
    const reading = environment.scope().reading(number.tree);
    return () => (values[place] = reading());
  }
  const table = tables.get(number.rows) ?? NOTHING;
  const scope = environment.scope(table.names);
  const reading = scope.reading(number.sum);
  const first = scope.own[0] ?? 0;
  return () => {
    let total = 0;
    for (let row = 0; row < table.length(); row += 1) {
      table.put(row, values, first);
      total += reading();
    }
    values[place] = total;
  };
}

/** A table that is made by going from one row to the next, anew whenever what it is made from changes. */
function moving(sequence: SequenceData, environment: Environment): { table: Table; run: () => void } {
  const { name, names, most = 60 } = sequence;
  const { values } = environment;
  const width = names.length;
  const count = environment.scope();
  const counted = count.reading(sequence.count);
  const scope: Scope = environment.scope([...names, "k"]);
  const start = sequence.start.map((tree) => count.reading(tree));
  const next = sequence.next.map((tree) => scope.reading(tree));
  const [first = 0] = scope.own;
  const [counter, ends] = [environment.placeOf(`#${name}`), names.map((column) => environment.placeOf(`${name}_${column}`))];
  const rows = new Float64Array((most + 2) * width);
  let last = 0;

  const run = () => {
    // Both are asked, so that both know the numbers of now.
    const [one, other] = [count.changed(), scope.changed()];
    if (!one && !other && values[counter]! > 0) return;
    last = Math.max(0, Math.min(most, Math.floor(counted() + 1e-9) || 0));
    start.forEach((reading, column) => (rows[column] = reading()));
    // One row more than is shown: the last one, too, knows where it leads.
    for (let row = 0; row <= last; row += 1) {
      for (let column = 0; column < width; column += 1) values[first + column] = rows[row * width + column]!;
      values[first + width] = row;
      next.forEach((reading, column) => (rows[(row + 1) * width + column] = reading()));
    }
    ends.forEach((place, column) => (values[place] = rows[last * width + column]!));
    values[counter] = values[counter]! + 1;
  };
  const table: Table = {
    names: [...names, "k", ...names.map((column) => `${column}_next`)],
    counter: `#${name}`,
    length: () => last + 1,
    put(row, into, place) {
      for (let column = 0; column < width; column += 1) {
        into[place + column] = rows[row * width + column]!;
        into[place + width + 1 + column] = rows[(row + 1) * width + column]!;
      }
      into[place + width] = row;
    },
  };
  return { table, run };
}

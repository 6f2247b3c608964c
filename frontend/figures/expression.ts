/** A formula from the maths core: a number, a variable's name, or `[operation, …arguments]`. */
export type Tree = number | string | readonly [string, ...Tree[]];

/** A formula ready to be evaluated; the values stand in the order of the names it was compiled with. */
export type Formula = (values: ArrayLike<number>) => number;

/** The operations on one number. */
export const ONE: Record<string, (a: number) => number> = {
  neg: (a) => -a,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  exp: Math.exp,
  ln: Math.log,
  log10: Math.log10,
  sqrt: Math.sqrt,
  abs: Math.abs,
};

const TWO: Record<string, (a: number, b: number) => number> = {
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};

const MANY: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "*": (a, b) => a * b,
};

const CONSTANTS: Record<string, number> = { pi: Math.PI, e: Math.E };

/** Turns a tree into nested functions, once; evaluating it afterwards walks no tree. */
export function compile(tree: Tree, names: readonly string[]): Formula {
  if (typeof tree === "number") return () => tree;
  if (typeof tree === "string") return variable(tree, names);
  const [operation, ...rest] = tree;
  const parts = rest.map((part) => compile(part, names));
  const [first, second] = parts;
  const constant = CONSTANTS[operation];
  if (constant !== undefined) return () => constant;
  const one = ONE[operation];
  if (one !== undefined && first !== undefined) return (values) => one(first(values));
  const two = TWO[operation];
  if (two !== undefined && first !== undefined && second !== undefined) {
    return (values) => two(first(values), second(values));
  }
  const many = MANY[operation];
  if (many !== undefined) return chain(many, parts);
  throw new Error(`The figure has no operation ${operation}.`);
}

/** A function of one variable. */
export function compileFunction(tree: Tree, name: string): (x: number) => number {
  const formula = compile(tree, [name]);
  const values = [0];
  return (x) => {
    values[0] = x;
    return formula(values);
  };
}

function variable(name: string, names: readonly string[]): Formula {
  const index = names.indexOf(name);
  if (index < 0) throw new Error(`The figure has no number ${name}.`);
  return (values) => values[index] ?? NaN;
}

function chain(combine: (a: number, b: number) => number, parts: readonly Formula[]): Formula {
  const [first = () => NaN, ...rest] = parts;
  return (values) => {
    let total = first(values);
    for (const part of rest) total = combine(total, part(values));
    return total;
  };
}

// A function's Taylor coefficients at any point, from its tree: what the hand drags has to follow at once. The server
// works the same out exactly as soon as the hand rests.
import type { Tree } from "../../figures/expression";

type Series = Float64Array;
type Rule = (parts: readonly Series[], at: number) => Series;

export const HIGHEST = 12;
const COUNT = HIGHEST + 1;

/** The coefficients of the powers 0 … 12 of (x − a); null where there are none. */
export function compileSeries(tree: Tree, name: string): (a: number) => readonly number[] | null {
  const series = compile(tree, name);
  return (a) => {
    const found = [...series(a)];
    return found.every(Number.isFinite) ? found : null;
  };
}

function compile(tree: Tree, name: string): (a: number) => Series {
  if (typeof tree === "number") return () => constant(tree);
  if (typeof tree === "string") {
    if (tree !== name) throw new Error(`The function uses ${tree}, which it does not have.`);
    return (a) => from((k) => (k === 0 ? a : k === 1 ? 1 : 0));
  }
  const [operation, ...rest] = tree;
  const rule = RULES[operation];
  if (rule === undefined) throw new Error(`The function holds an operation this page does not know: ${operation}.`);
  const parts = rest.map((part) => compile(part, name));
  return (a) => rule(parts.map((part) => part(a)), a);
}

function from(value: (power: number) => number): Series {
  return Float64Array.from({ length: COUNT }, (_, power) => value(power));
}

function constant(value: number): Series {
  return from((k) => (k === 0 ? value : 0));
}

function isConstant(u: Series): boolean {
  return u.every((value, power) => power === 0 || value === 0);
}

function add(u: Series, v: Series): Series {
  return from((k) => u[k]! + v[k]!);
}

function scale(u: Series, factor: number): Series {
  return from((k) => (u[k] === 0 ? 0 : u[k]! * factor));
}

function multiply(u: Series, v: Series): Series {
  return from((k) => {
    let total = 0;
    for (let i = 0; i <= k; i += 1) total += u[i]! * v[k - i]!;
    return total;
  });
}

function divide(u: Series, v: Series): Series {
  const q = new Float64Array(COUNT);
  for (let k = 0; k < COUNT; k += 1) {
    let left = u[k]!;
    for (let i = 1; i <= k; i += 1) left -= v[i]! * q[k - i]!;
    q[k] = left / v[0]!;
  }
  return q;
}

function exp(u: Series): Series {
  const e = constant(Math.exp(u[0]!));
  for (let k = 1; k < COUNT; k += 1) {
    let total = 0;
    for (let i = 1; i <= k; i += 1) total += i * u[i]! * e[k - i]!;
    e[k] = total / k;
  }
  return e;
}

/** The function with this value at the point whose derivative is `u′ · slope`. */
function integrate(value: number, u: Series, slope: Series): Series {
  const inner = multiply(from((k) => (k + 1) * (u[k + 1] ?? 0)), slope);
  return from((k) => (k === 0 ? value : inner[k - 1]! / k));
}

function ln(u: Series): Series {
  return integrate(Math.log(u[0]!), u, divide(constant(1), u));
}

/** A constant power: by multiplying where that is possible at 0 too, else by the rule for u^r. */
function power(u: Series, r: number): Series {
  if (Number.isInteger(r) && r >= 0 && r <= 64) {
    let result = constant(1);
    for (let i = 0; i < r; i += 1) result = multiply(result, u);
    return result;
  }
  const p = constant(u[0]! ** r);
  for (let k = 1; k < COUNT; k += 1) {
    let total = 0;
    for (let i = 1; i <= k; i += 1) total += (i * (r + 1) - k) * u[i]! * p[k - i]!;
    p[k] = total / (k * u[0]!);
  }
  return p;
}

/** A pair in which each is the derivative of the other but for a sign: sine and cosine, and the hyperbolic ones. */
function pair(u: Series, first: (a: number) => number, second: (a: number) => number, sign: number): [Series, Series] {
  const [s, c] = [constant(first(u[0]!)), constant(second(u[0]!))];
  for (let k = 1; k < COUNT; k += 1) {
    let [up, down] = [0, 0];
    for (let i = 1; i <= k; i += 1) {
      up += i * u[i]! * c[k - i]!;
      down += i * u[i]! * s[k - i]!;
    }
    s[k] = up / k;
    c[k] = (sign * down) / k;
  }
  return [s, c];
}

const round = (u: Series) => pair(u, Math.sin, Math.cos, -1);
const hyperbolic = (u: Series) => pair(u, Math.sinh, Math.cosh, 1);
/** 1 + sign·u², and its root below the line. */
const square = (u: Series, one: number, sign: number) => add(constant(one), scale(multiply(u, u), sign));
const underRoot = (u: Series, one: number, sign: number) => power(square(u, one, sign), -0.5);
const one = (rule: (u: Series) => Series): Rule => ([u]) => rule(u!);
const two = (rule: (u: Series, v: Series) => Series): Rule => ([u, v]) => rule(u!, v!);

const RULES: Record<string, Rule> = {
  "+": (parts) => parts.reduce(add),
  "*": (parts) => parts.reduce(multiply),
  "/": two(divide),
  "^": two((u, v) => (isConstant(v) ? power(u, v[0]!) : exp(multiply(v, ln(u))))),
  neg: one((u) => scale(u, -1)),
  pi: () => constant(Math.PI),
  e: () => constant(Math.E),
  exp: one(exp),
  ln: one(ln),
  log10: one((u) => scale(ln(u), Math.LOG10E)),
  sqrt: one((u) => power(u, 0.5)),
  abs: one((u) => scale(u, u[0] === 0 ? NaN : Math.sign(u[0]!))),
  sin: one((u) => round(u)[0]),
  cos: one((u) => round(u)[1]),
  tan: one((u) => divide(...round(u))),
  sinh: one((u) => hyperbolic(u)[0]),
  cosh: one((u) => hyperbolic(u)[1]),
  tanh: one((u) => divide(...hyperbolic(u))),
  asin: one((u) => integrate(Math.asin(u[0]!), u, underRoot(u, 1, -1))),
  acos: one((u) => integrate(Math.acos(u[0]!), u, scale(underRoot(u, 1, -1), -1))),
  atan: one((u) => integrate(Math.atan(u[0]!), u, power(square(u, 1, 1), -1))),
  asinh: one((u) => integrate(Math.asinh(u[0]!), u, underRoot(u, 1, 1))),
  acosh: one((u) => integrate(Math.acosh(u[0]!), u, underRoot(u, -1, 1))),
  atanh: one((u) => integrate(Math.atanh(u[0]!), u, power(square(u, 1, -1), -1))),
};

import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, compileFunction, type Tree } from "./expression";

const close = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);

test("a number, a variable and the constants stand for themselves", () => {
  close(compileFunction(2.5, "x")(9), 2.5);
  close(compileFunction("t", "t")(9), 9);
  close(compileFunction(["pi"], "x")(0), Math.PI);
  close(compileFunction(["e"], "x")(0), Math.E);
});

test("sums and products take any number of parts", () => {
  const tree: Tree = ["+", ["^", "x", 2], ["neg", ["/", ["^", "x", 3], 9]], ["*", 2, "x", 5]];
  close(compileFunction(tree, "x")(3), 9 - 3 + 30);
});

test("every function of the maths core is known", () => {
  const oracle: Record<string, number> = {
    sin: Math.sin(0.3), cos: Math.cos(0.3), tan: Math.tan(0.3), asin: Math.asin(0.3), acos: Math.acos(0.3),
    atan: Math.atan(0.3), sinh: Math.sinh(0.3), cosh: Math.cosh(0.3), tanh: Math.tanh(0.3), exp: Math.exp(0.3),
    asinh: Math.asinh(0.3), atanh: Math.atanh(0.3), ln: Math.log(0.3), log10: Math.log10(0.3), sqrt: Math.sqrt(0.3),
    abs: 0.3,
  };
  for (const [name, expected] of Object.entries(oracle)) close(compileFunction([name, "x"], "x")(0.3), expected);
  close(compileFunction(["acosh", "x"], "x")(1.3), Math.acosh(1.3));
});

test("values stand in the order of the names", () => {
  close(compile(["+", "run", ["neg", "x"]], ["x", "run"])([1, 5]), 4);
});

test("a function has no value outside its domain", () => {
  assert.ok(Number.isNaN(compileFunction(["ln", "x"], "x")(-1)));
  assert.equal(compileFunction(["/", 1, "x"], "x")(0), Infinity);
});

test("an unknown operation or variable is named when the figure is built, not when it is drawn", () => {
  assert.throws(() => compile(["gamma", "x"], ["x"]), /gamma/);
  assert.throws(() => compile("y", ["x"]), /no number y/);
});

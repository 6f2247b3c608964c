import assert from "node:assert/strict";
import { test } from "node:test";
import { compileHill, groundOf, polynomialAt, shapeWords } from "./hill";
import { stretchAround, valueOf } from "./polynomial";
import { realBreaks } from "./scene";

test("a polynomial is worked out in powers of the way from its point", () => {
  assert.equal(valueOf([1, 2, 3], 2), 17);
  assert.equal(valueOf([], 2), 0);
});

test("the stretch in which 1 + x is within a hundredth of e^x ends where the error does", () => {
  const [from, to] = stretchAround(Math.exp, [1, 1], 0, [-1, 1], { size: 0.01, isShare: false });
  assert.ok(Math.exp(to) - 1 - to <= 0.01 && Math.exp(to + 1 / 120) - 1 - (to + 1 / 120) > 0.01);
  assert.ok(from < 0 && from > -0.15);
});

test("the stretch stops at a pole, and where there is no value", () => {
  const [, to] = stretchAround((x) => 1 / (1 - x), [1, 1, 1], 0, [-2, 2], { size: 100, isShare: false });
  assert.ok(to < 1);
  assert.deepEqual(stretchAround(() => NaN, [0], 1, [0, 2], { size: 1, isShare: false }), [1, 1]);
});

test("of the points where a function breaks down only the real ones cut its curve", () => {
  assert.deepEqual(realBreaks([[2, 0], [0, 1], [0, -1], [-1, 1e-14]]), [-1, 2]);
});

const saddle = compileHill({
  kind: "surface",
  trees: [["+", ["^", "x", 2], ["neg", ["^", "y", 2]]], ["*", 2, "x"], ["*", -2, "y"], 2, 0, -2],
  view: [-1, 1, -1, 1],
  about: "0",
  beside: "0",
});

test("order 0 is the height, order 1 the plane, order 2 of a quadratic function the function itself", () => {
  const at = [1, 0.5] as const;
  assert.equal(polynomialAt(saddle, at, 0)!(9, 9), 0.75);
  assert.equal(polynomialAt(saddle, at, 1)!(2, 1.5), 0.75 + 2 - 1);
  assert.equal(polynomialAt(saddle, at, 2)!(-3, 2), 5);
});

test("where a derivative has no value there is no polynomial that needs it", () => {
  const root = [...saddle.slice(0, 3), () => NaN, () => 0, () => 0];
  assert.equal(polynomialAt(root, [1, 1], 2), null);
  assert.notEqual(polynomialAt(root, [1, 1], 1), null);
});

test("a pole does not flatten everything else", () => {
  const { low, high } = groundOf((x, y) => 1 / (x * x + y * y), [-2, 2, -2, 2]);
  assert.ok(low > 0 && high < 100);
  const flat = groundOf(() => 5, [-1, 1, -1, 1]);
  assert.ok(flat.low < 5 && flat.high > 5);
});

test("the shape is said by the determinant of the Hessian", () => {
  assert.match(shapeWords([2, 0, 2], 2), /bowl/);
  assert.match(shapeWords([-2, 0, -2], 2), /dome/);
  assert.match(shapeWords([2, 0, -2], 2), /saddle/);
  assert.match(shapeWords([0, 0, 0], 2), /the Hessian is 0/);
  assert.match(shapeWords([2, 0, 0], 2), /one direction/);
});

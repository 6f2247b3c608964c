import assert from "node:assert/strict";
import { test } from "node:test";
import { spoken } from "./spoken";

type Node = { localName: string; textContent: string; children: Node[] };

function node(localName: string, ...inside: (Node | string)[]): Node {
  const children = inside.filter((each): each is Node => typeof each !== "string");
  const textContent = inside.map((each) => (typeof each === "string" ? each : each.textContent)).join("");
  return { localName, textContent, children };
}

const said = (...inside: Node[]): string => spoken(node("math", ...inside) as unknown as Element);

test("a formula is named by its letters in order, without the LaTeX beside them", () => {
  const letters = node("msub", node("mi", "x"), node("mi", "n"));
  assert.equal(said(node("semantics", letters, node("annotation", "x_n"))), "x n");
});

test("what stands over a line or up high is told from what stands beside", () => {
  assert.equal(said(node("mfrac", node("mi", "a"), node("mi", "b"))), "a / b");
  assert.equal(said(node("msup", node("mi", "x"), node("mn", "2"))), "x ^ 2");
});

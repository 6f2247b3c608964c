/**
 * Tells `upslope check` which formulas a page could not set. Each line of the input is a JSON list of pairs
 * [LaTeX, on a line of its own]; each line of the output is the list of what KaTeX says, "" where all is well.
 */
import { createInterface } from "node:readline";
import katex, { type KatexOptions, type TrustContext } from "katex";
import { MACROS, OPTIONS } from "./elements/tex-math/macros";

/** A page shows what it does not trust in red; here it is an error like any other. */
function trust(context: TrustContext): boolean {
  if (typeof OPTIONS.trust === "function" && OPTIONS.trust(context) === true) return true;
  throw new Error(`${context.command} is not allowed in a formula`);
}

function complaint(latex: string, displayMode: boolean): string {
  const options: KatexOptions = { ...OPTIONS, trust, macros: { ...MACROS }, displayMode };
  try {
    katex.renderToString(latex, options);
    return "";
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^KaTeX parse error: /, "").replace(/ at (?:position \d+|end of input): .*$/s, "");
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const formulas = JSON.parse(line) as [string, boolean][];
  process.stdout.write(`${JSON.stringify(formulas.map(([latex, display]) => complaint(latex, display)))}\n`);
}

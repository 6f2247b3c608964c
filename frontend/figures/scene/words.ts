import { numberText } from "../number-text";
import type { TextPart } from "./data";
import type { Scope } from "./environment";

/** A text whose numbers are read anew each time it is asked for. */
export function liveText(parts: readonly TextPart[], scope: Scope): () => string {
  const pieces = parts.map((part) => {
    if (typeof part === "string") return () => part;
    const reading = scope.reading("name" in part ? part.name : part.tree);
    return () => numberText(reading(), part.digits);
  });
  return () => pieces.map((piece) => piece()).join("");
}

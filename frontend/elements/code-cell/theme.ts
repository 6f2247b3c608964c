import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The editor in the page's own tokens, which reach into its shadow root and follow light and dark. */
export const cellTheme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent", fontSize: "0.84rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflowX: "auto" },
  ".cm-content": { padding: "0.7rem 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 1rem 0 0.6rem" },
  ".cm-gutters": { backgroundColor: "var(--card)", border: "none", color: "var(--faint)" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.1rem", padding: "0 0 0 0.5rem" },
  // An editor that was never in view has not been measured, and its numbers would stand beside other lines.
  "@media print": { ".cm-gutters": { display: "none" } },
  ".cm-marked": {
    backgroundColor: "color-mix(in srgb, var(--error) 13%, transparent)",
    boxShadow: "inset 2px 0 0 var(--error)",
  },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-placeholder": { color: "var(--faint)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "color-mix(in srgb, var(--x) 18%, transparent)",
  },
  ".cm-content ::selection": { backgroundColor: "color-mix(in srgb, var(--x) 26%, transparent)" },
});

/** Few colours: what the language says is muted, what the learner says is ink. */
export const pythonColours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--slope)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--y)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--step)" },
  { tag: [tags.comment, tags.docComment], color: "var(--faint)", fontStyle: "italic" },
  { tag: tags.definition(tags.function(tags.variableName)), color: "var(--x)", fontWeight: "600" },
  { tag: tags.invalid, color: "var(--error)" },
]);

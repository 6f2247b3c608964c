import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

const mark = StateEffect.define<number | null>();
const decoration = Decoration.line({ class: "cm-marked" });

/** The line that an error names. The mark goes as soon as the text is edited: then it may be mended. */
export const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let kept = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (effect.is(mark)) kept = effect.value === null ? Decoration.none : Decoration.set(decoration.range(effect.value));
    }
    return kept;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Marks a line, counted from 1, or none. A line that is not there is no error. */
export function markLine(view: EditorView, line: number | null): void {
  const exists = line !== null && line >= 1 && line <= view.state.doc.lines;
  view.dispatch({ effects: mark.of(exists ? view.state.doc.line(line).from : null) });
}

import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type TransactionSpec } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { markedLine } from "./marked-line";
import { cellTheme, pythonColours } from "./theme";

/** Where the learner goes after running a cell: on to the next one, or nowhere. */
export type Then = "next" | "stay";

export interface EditorWishes {
  host: HTMLElement;
  source: string;
  /** Asked again whenever something changes. */
  label: () => string;
  hint: string;
  onEdit: (source: string) => void;
  onRun: (then: Then) => void;
}

const INDENT = "    ";

/** Tab writes spaces up to the next stop, or moves whole lines when some are selected. */
function tab(view: EditorView): boolean {
  if (view.state.selection.ranges.some((range) => !range.empty)) return indentMore(view);
  view.dispatch(spacesToNextStop(view.state));
  return true;
}

function spacesToNextStop(state: EditorState): TransactionSpec {
  const head = state.selection.main.head;
  const column = head - state.doc.lineAt(head).from;
  return state.replaceSelection(INDENT.slice(column % INDENT.length));
}

/**
 * Opens an editor in a shadow root of `host`. There its style sheets are adopted ones,
 * which the content security policy allows; as `<style>` elements it would refuse them.
 */
export function openEditor(wishes: EditorWishes): EditorView {
  const root = wishes.host.attachShadow({ mode: "open" });
  const run = (then: Then) => () => {
    wishes.onRun(then);
    return true;
  };
  const keys = keymap.of([
    { key: "Shift-Enter", run: run("next") },
    { key: "Ctrl-Enter", mac: "Cmd-Enter", run: run("stay") },
    { key: "Tab", run: tab, shift: indentLess },
    ...defaultKeymap,
    ...historyKeymap,
  ]);
  const extensions = [
    keys,
    history(),
    lineNumbers(),
    markedLine,
    python(),
    indentUnit.of(INDENT),
    indentOnInput(),
    bracketMatching(),
    placeholder(wishes.hint),
    syntaxHighlighting(pythonColours),
    cellTheme,
    EditorView.contentAttributes.of(() => ({ "aria-label": wishes.label(), tabindex: "0", autocapitalize: "off" })),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) wishes.onEdit(update.state.doc.toString());
    }),
  ];
  return new EditorView({ root, parent: root, state: EditorState.create({ doc: wishes.source, extensions }) });
}

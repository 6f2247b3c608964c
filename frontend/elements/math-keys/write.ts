/** Writes as if it had been typed, so that undo works; where the browser cannot, the text is set and announced. */
export function write(field: HTMLInputElement, text: string): void {
  const command = text === "" ? "delete" : "insertText";
  if (document.execCommand(command, false, text)) return;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}

const STAYS = 2000; // milliseconds that the button says what became of the text

/** A field to copy from, with a button that does it. Without script the field is there to be selected. */
class CopyField extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector("input");
    if (field === null || this.querySelector("button") !== null) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => void this.copy(field, button));
    field.addEventListener("focus", () => field.select());
    this.append(button);
  }

  /** Where the browser lets no page write to the clipboard, the text is selected, ready for the keyboard. */
  private async copy(field: HTMLInputElement, button: HTMLButtonElement): Promise<void> {
    // Without TLS a page has no clipboard at all.
    const isCopied = window.isSecureContext && await navigator.clipboard.writeText(field.value).then(() => true, () => false);
    if (!isCopied) field.select();
    button.textContent = isCopied ? "Copied" : "Press Ctrl C";
    setTimeout(() => (button.textContent = "Copy"), STAYS);
  }
}

customElements.define("copy-field", CopyField);

export {};

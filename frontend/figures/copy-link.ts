const STAYS = 2000; // milliseconds that a button says what became of the link

/** Puts a link on the clipboard and into the address bar; the button says so, and the sentence comes back. */
export async function copyLink(button: HTMLElement, link: string): Promise<string> {
  // In the address bar too: where no page may write to the clipboard, it can be copied from there.
  history.replaceState(history.state, "", link);
  const copied = await navigator.clipboard.writeText(link).then(() => true, () => false);
  const words = (button.dataset["words"] ??= button.textContent);
  button.textContent = copied ? "Copied" : "See address";
  setTimeout(() => (button.textContent = words), STAYS);
  return copied ? "The link is copied." : "The link is in the address bar; copy it from there.";
}

const SAID_FOR = 2000; // ms

/** The code that a verdict offers to try, and the function it is about. */
export function trialOf(asker: HTMLElement): { code: string; name: string } {
  const code = asker.closest(".try-at-home")?.querySelector("pre")?.textContent ?? "";
  return { code, name: asker.closest<HTMLElement>("[data-name]")?.dataset["name"] ?? "" };
}

/** Puts that code on the clipboard, and says so on the button for a moment. */
export async function copyCode(asker: HTMLElement): Promise<void> {
  const before = asker.textContent;
  try {
    await navigator.clipboard.writeText(trialOf(asker).code);
    asker.textContent = "Copied";
  } catch {
    asker.textContent = "Select it and copy";
  }
  setTimeout(() => (asker.textContent = before), SAID_FOR);
}

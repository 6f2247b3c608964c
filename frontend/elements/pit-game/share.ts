/** Copies the address of a game's replay; where the browser refuses, the address is put where one can copy it by hand. */
export async function share(host: HTMLElement, address: string): Promise<void> {
  const line = host.querySelector<HTMLElement>(".pit-shared")!;
  const link = new URL(address, location.href).href;
  const isCopied = await navigator.clipboard.writeText(link).then(
    () => true,
    () => false,
  );
  line.textContent = isCopied ? "Copied. Whoever opens the link sees the game stick by stick." : `Copy this link: ${link}`;
}

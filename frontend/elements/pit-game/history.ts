export interface Past {
  readonly games: readonly { readonly title: string; readonly ended: string; readonly said: string; readonly replay: string }[];
}

/** A line for each game that is over. */
export function entries(past: Past | undefined): HTMLLIElement[] {
  if (past === undefined) return [line("The list could not be fetched. Close it and open it again.")];
  if (past.games.length === 0) return [line("No game is over yet.")];
  return past.games.map(({ title, ended, said, replay }) => {
    const day = new Date(ended).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "short" });
    const link = document.createElement("a");
    link.href = replay;
    link.textContent = `${title}, ${day}`;
    return line(link, `: ${said}`);
  });
}

function line(...content: (Node | string)[]): HTMLLIElement {
  const item = document.createElement("li");
  item.append(...content);
  return item;
}

// Names this tab among the learner's tabs and counts what it sends, so that the server can tell two tabs apart, and a
// request that comes late from a new one. A reload is the same tab; a copy of a tab is another one, which is why the
// name lies in the session's storage only while no page of the tab is open.
const KEY = "upslope-tab";

interface Tab {
  name: string;
  sent: number;
}

let tab = taken() ?? fresh();
let isLeaving = false;

addEventListener("pagehide", () => {
  isLeaving = true;
  leave();
});
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  isLeaving = false;
  tab = fresh(); // what this page shows may be older than what the tab has sent since
});

export function tabName(): string {
  return tab.name;
}

/** A larger number with each call, whatever pages of this tab came before. */
export function nextSerial(): number {
  tab.sent += 1;
  if (isLeaving) leave();
  return tab.sent;
}

function leave(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(tab));
  } catch {
    return; // the next page is then a tab of its own: at worst it asks which of two texts to keep
  }
}

function taken(): Tab | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Tab | null;
    sessionStorage.removeItem(KEY);
    return kept;
  } catch {
    return null;
  }
}

function fresh(): Tab {
  return { name: [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16)).join("-"), sent: 0 };
}

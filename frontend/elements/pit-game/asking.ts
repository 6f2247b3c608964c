import type { Game } from "./game";

/** What came of asking the server: its game, or a sentence that says why not; perhaps both. */
export interface Answer {
  readonly game?: Game;
  readonly said?: string;
  /** Whether it makes sense to ask the very same again. */
  readonly mayAskAgain?: boolean;
}

const NOT_ANSWERED = "the course did not answer. Is it still running?";
const TOO_OLD = "this page has been open for too long, or you have signed out. Load it again; your sticks are kept.";

/** Posts to the server. Never throws: whatever goes wrong comes back as a sentence. */
export async function post(address: string, fields: Readonly<Record<string, string>>, token: string): Promise<Answer> {
  try {
    const headers = { "X-CSRFToken": token, Accept: "application/json" };
    const response = await fetch(address, { method: "POST", body: new URLSearchParams(fields), headers });
    if (response.ok) return { game: (await response.json()) as Game };
    if (response.status === 403) return { said: TOO_OLD };
    return await refusal(response);
  } catch {
    return { said: NOT_ANSWERED, mayAskAgain: true };
  }
}

async function refusal(response: Response): Promise<Answer> {
  const mayAskAgain = response.status >= 500;
  if (!(response.headers.get("content-type") ?? "").includes("json")) return { said: NOT_ANSWERED, mayAskAgain };
  const { said, game } = (await response.json()) as { said: string; game?: Game | null };
  return { said, mayAskAgain, ...(game ? { game } : {}) };
}

/** Gets plain data; undefined if the server does not give it. */
export async function get<T>(address: string): Promise<T | undefined> {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

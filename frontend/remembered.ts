/** What this browser was told to remember, or null; also null where it refuses to remember anything. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`upslope:${key}`);
  } catch {
    return null;
  }
}

/** Remembers for the next visit; private windows may refuse, and then it lasts for this page only. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`upslope:${key}`, value);
  } catch {
    // Nothing depends on it.
  }
}

/** The token that proves a request comes from our own page; Django puts it into every form. */
export function csrfToken(near: Element): string {
  return near.closest("form")?.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value ?? "";
}

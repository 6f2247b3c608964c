/** Posts to one of the lab's addresses, which stand on the page's element, with the form's token. */
export function postTo(
  page: HTMLElement,
  action: string,
  fields: Record<string, string>,
  keepalive = false,
): Promise<Response> {
  const token = page.querySelector<HTMLInputElement>(".lab-form [name=csrfmiddlewaretoken]");
  const body = new FormData();
  body.set("csrfmiddlewaretoken", token?.value ?? "");
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const address = page.dataset[action] ?? "";
  return fetch(address, { method: "POST", body, keepalive, headers: { Accept: "application/json" } });
}

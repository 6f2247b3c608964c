/** Says what became of a link; where the clipboard was out of reach, the link stands there to be copied by hand. */
export function showLink(host: Element, words: string, link = ""): void {
  const [line, field] = [host.querySelector(".link-line"), host.querySelector<HTMLInputElement>(".link-field")];
  if (line === null || field === null) return;
  line.textContent = words;
  field.hidden = link === "";
  field.value = link;
  if (link !== "") field.select();
}

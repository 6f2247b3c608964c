/** Fetches an element's module once its tag is on the page, now or after htmx has swapped content in. */
export function whenOnPage(tag: string, load: () => Promise<unknown>): void {
  const look = () => {
    if (document.querySelector(tag) === null) return;
    document.removeEventListener("htmx:afterSettle", look);
    void load();
  };
  document.addEventListener("htmx:afterSettle", look);
  look();
}

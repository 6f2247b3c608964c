/** Fetches a module once what it is for comes near the window or has the focus, or when the address speaks about a figure. */
export function whenNear(selector: string, load: () => Promise<unknown>): void {
  const watch = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && begin(), {
    rootMargin: "100px",
  });
  const begin = () => {
    watch.disconnect();
    document.removeEventListener("focusin", focused);
    void load();
  };
  const focused = ({ target }: Event) => {
    if (target instanceof Element && target.closest(selector) !== null) begin();
  };
  const look = () => {
    const found = document.querySelectorAll(selector);
    for (const element of found) watch.observe(element);
    if (found.length > 0 && location.hash.includes(":")) begin();
  };
  document.addEventListener("focusin", focused);
  addEventListener("hashchange", look);
  document.addEventListener("htmx:afterSettle", look);
  look();
}

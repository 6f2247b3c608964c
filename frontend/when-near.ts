/** Fetches a module once what it is for comes near the window, or when the page's address speaks about a figure. */
export function whenNear(selector: string, load: () => Promise<unknown>): void {
  const watch = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && begin(), {
    rootMargin: "100px",
  });
  const begin = () => {
    watch.disconnect();
    void load();
  };
  const look = () => {
    const found = document.querySelectorAll(selector);
    for (const element of found) watch.observe(element);
    if (found.length > 0 && location.hash.includes(":")) begin();
  };
  addEventListener("hashchange", look);
  document.addEventListener("htmx:afterSettle", look);
  look();
}

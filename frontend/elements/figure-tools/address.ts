import { readLink, type FigureLink } from "../../figures/state-link";

/** What the page's address says about a figure. */
export function linkHere(): FigureLink | null {
  return readLink(location.hash);
}

/** Tells of every new address that speaks about a figure, also when a link in the text leads where we are already. */
export function followAddress(open: (link: FigureLink) => void): void {
  const go = () => {
    const link = linkHere();
    if (link !== null) open(link);
  };
  addEventListener("hashchange", go);
  document.addEventListener("click", (event) => {
    const anchor = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#figure-"]') : null;
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (anchor === null || modified || readLink(anchor.hash) === null) return;
    event.preventDefault();
    // In place of the address before: Back leads to the page before, not through every step that was looked at.
    history.replaceState(history.state, "", anchor.hash);
    go();
  });
}

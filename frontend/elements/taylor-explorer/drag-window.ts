/** Moves what a picture shows with the mouse; a finger moves it sideways only, for up and down scrolls the page. */
export function dragWindow(svg: SVGSVGElement, move: (across: number, down: number) => void): void {
  let last: readonly [number, number] | undefined;
  svg.classList.add("draggable");
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || (event.target as Element).closest(".handle") !== null) return;
    svg.setPointerCapture(event.pointerId);
    last = [event.clientX, event.clientY];
  });
  svg.addEventListener("pointermove", (event) => {
    if (last === undefined) return;
    const [x, y] = last;
    last = [event.clientX, event.clientY];
    move(event.clientX - x, event.pointerType === "mouse" ? event.clientY - y : 0);
  });
  const release = () => (last = undefined);
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointercancel", release);
}

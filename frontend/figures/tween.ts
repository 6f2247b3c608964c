/** Starts gently, ends gently. */
export function ease(progress: number): number {
  return progress < 0.5 ? 4 * progress ** 3 : 1 - (2 - 2 * progress) ** 3 / 2;
}

/** Between two values; geometric when both are positive and it is asked for, so that 1 → 0.01 shrinks evenly. */
export function between(from: number, to: number, progress: number, geometric: boolean): number {
  if (progress >= 1) return to;
  if (geometric && from > 0 && to > 0) return from * (to / from) ** progress;
  return from + (to - from) * progress;
}

/** Calls `show` with eased progress once a frame until it is 1; the returned function stops it. */
export function runTween(milliseconds: number, show: (progress: number) => void, done: () => void): () => void {
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let frame = 0;
  let start: number | undefined;
  const tick = (now: number) => {
    start ??= now;
    const progress = quiet || milliseconds <= 0 ? 1 : Math.min(1, (now - start) / milliseconds);
    show(ease(progress));
    if (progress < 1) frame = requestAnimationFrame(tick);
    else done();
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}

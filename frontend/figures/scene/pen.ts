/** A place along a path to a tenth of a pixel, as text. */
export function spot(x: number, y: number): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}

/** The two strokes of an arrow's head at the end of a line; smaller on a line that is short. */
export function arrowHead(fromX: number, fromY: number, x: number, y: number, size = 11): string {
  const length = Math.hypot(x - fromX, y - fromY);
  if (!(length > 0.5)) return "";
  const reach = Math.min(size, length * 0.5) / length;
  const [back, up] = [(fromX - x) * reach, (fromY - y) * reach];
  return `M${spot(x + back * 0.87 - up * 0.5, y + up * 0.87 + back * 0.5)}L${spot(x, y)}L${spot(x + back * 0.87 + up * 0.5, y + up * 0.87 - back * 0.5)}`;
}

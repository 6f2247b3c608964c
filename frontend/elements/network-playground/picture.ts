import { VIEWPOINTS, type Look } from "./trainer";

const SIZE = 1200;
const MARGIN = 60;
const FOOT = 100;

/** The drawing as a PNG file, in the colours of the page. */
export async function savePicture(host: Element, targets: Float64Array, look: Look, words: string): Promise<void> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [SIZE, SIZE + FOOT];
  paint(canvas.getContext("2d")!, host, targets, look, words);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (file === null) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "network-drawing.png";
  link.click();
  // Not at once: some browsers only start to read the file after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function paint(pen: CanvasRenderingContext2D, host: Element, targets: Float64Array, look: Look, words: string): void {
  // A canvas knows no custom properties: the colours are asked of what is on the page.
  const style = (selector: string) => getComputedStyle(host.querySelector(selector)!);
  pen.fillStyle = getComputedStyle(host.closest(".figure-card")!).backgroundColor;
  pen.fillRect(0, 0, SIZE, SIZE + FOOT);
  pen.lineJoin = pen.lineCap = "round";
  trace(pen, targets);
  pen.closePath();
  Object.assign(pen, { lineWidth: 6, strokeStyle: style(".target").stroke });
  pen.setLineDash([0.1, 16]);
  pen.stroke();
  trace(pen, look.values.at(-1)!.subarray(0, 2 * VIEWPOINTS));
  Object.assign(pen, { lineWidth: 7, strokeStyle: style(".stage .curve").stroke });
  pen.setLineDash([]);
  pen.stroke();
  Object.assign(pen, { fillStyle: style(".stage .caption").fill, textAlign: "center" });
  pen.font = `500 30px ${getComputedStyle(host.querySelector(".stage .caption")!).fontFamily}`;
  pen.fillText(words, SIZE / 2, SIZE + FOOT / 2);
}

/** A path through points given as all x, then all y. */
function trace(pen: CanvasRenderingContext2D, points: Float64Array): void {
  const count = points.length / 2;
  const at = (value: number) => MARGIN + value * (SIZE - 2 * MARGIN);
  pen.beginPath();
  for (let index = 0; index < count; index += 1) pen.lineTo(at(points[index]!), SIZE - at(points[count + index]!));
}

// A network of logistic neurons in flat arrays. The layout is that of `upslope.maths.networks`: layer by layer the
// matrix [W b], row by row, one row a neuron.
import { normalNumbers, seededRandom } from "./seeded-random";

/** How many neurons each layer has, inputs first. */
export type Sizes = readonly number[];

/** What is learnt from: inputs n₀ × N and targets n_L × N, both row by row. */
export interface Examples {
  readonly count: number;
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

/** Room for one forward and one backward pass; made once, so that training makes nothing. */
export interface Workspace {
  readonly sizes: Sizes;
  readonly count: number;
  /** Every layer's outputs, n_l × N, inputs first. */
  readonly values: readonly Float64Array[];
  /** Every layer's slopes of the cost by z, n_l × N. */
  readonly slopes: readonly Float64Array[];
  readonly gradient: Float64Array;
}

/** Where each layer's [W b] begins in the flat array; the last entry is the array's length. */
export function layerStarts(sizes: Sizes): number[] {
  const starts = [0];
  for (let layer = 1; layer < sizes.length; layer += 1) {
    starts.push(starts[layer - 1]! + sizes[layer]! * (sizes[layer - 1]! + 1));
  }
  return starts;
}

/** First weights and biases: normal numbers, halved, as the lab's `reset_network` draws them. */
export function firstParameters(sizes: Sizes, seed: number): Float64Array {
  const normal = normalNumbers(seededRandom(seed));
  return new Float64Array(layerStarts(sizes).at(-1)!).map(() => normal() / 2);
}

export function makeWorkspace(sizes: Sizes, count: number): Workspace {
  const rows = () => sizes.map((size) => new Float64Array(size * count));
  return { sizes, count, values: rows(), slopes: rows(), gradient: new Float64Array(layerStarts(sizes).at(-1)!) };
}

/** Fills the values of every layer from those of the first. */
export function forward({ sizes, count, values }: Workspace, parameters: Float64Array): void {
  let at = 0;
  for (let layer = 1; layer < sizes.length; layer += 1) {
    const [before, after] = [values[layer - 1]!, values[layer]!];
    const [width, rows] = [sizes[layer - 1]!, sizes[layer]!];
    for (let row = 0; row < rows; row += 1) {
      const first = row * count;
      const bias = parameters[at + width]!;
      for (let j = 0; j < count; j += 1) after[first + j] = bias;
      for (let k = 0; k < width; k += 1) {
        const weight = parameters[at + k]!;
        const source = k * count;
        for (let j = 0; j < count; j += 1) after[first + j]! += weight * before[source + j]!;
      }
      for (let j = first; j < first + count; j += 1) after[j] = 1 / (1 + Math.exp(-after[j]!));
      at += width + 1;
    }
  }
}

/** The mean over all examples of the squared distance between output and target; needs a forward pass before. */
export function costOf({ count, values }: Workspace, { targets }: Examples): number {
  const outputs = values.at(-1)!;
  let sum = 0;
  for (let j = 0; j < outputs.length; j += 1) {
    const miss = outputs[j]! - targets[j]!;
    sum += miss * miss;
  }
  return sum / count;
}

/** Fills the gradient of the cost, layer by layer from the back; needs a forward pass before. */
export function backward(room: Workspace, parameters: Float64Array, { targets }: Examples): void {
  const { sizes, count, values, slopes } = room;
  const outputs = values.at(-1)!;
  const last = slopes.at(-1)!;
  for (let j = 0; j < outputs.length; j += 1) last[j] = (2 / count) * (outputs[j]! - targets[j]!);
  let end = parameters.length;
  for (let layer = sizes.length - 1; layer > 0; layer -= 1) {
    const here = slopes[layer]!;
    const after = values[layer]!;
    for (let j = 0; j < here.length; j += 1) here[j]! *= after[j]! * (1 - after[j]!);
    const start = end - sizes[layer]! * (sizes[layer - 1]! + 1);
    gather(room, layer, start);
    if (layer > 1) sendBack(room, layer, start, parameters);
    end = start;
  }
}

/** The slopes of a layer's weights and biases: its δ times its inputs, summed over the examples. */
function gather({ sizes, count, values, slopes, gradient }: Workspace, layer: number, start: number): void {
  const [width, rows] = [sizes[layer - 1]!, sizes[layer]!];
  const [before, here] = [values[layer - 1]!, slopes[layer]!];
  let at = start;
  for (let row = 0; row < rows; row += 1) {
    const first = row * count;
    for (let k = 0; k < width; k += 1) {
      const source = k * count;
      let sum = 0;
      for (let j = 0; j < count; j += 1) sum += here[first + j]! * before[source + j]!;
      gradient[at + k] = sum;
    }
    let sum = 0;
    for (let j = first; j < first + count; j += 1) sum += here[j]!;
    gradient[at + width] = sum;
    at += width + 1;
  }
}

/** The slopes by the outputs of the layer before: Wᵀ δ. */
function sendBack({ sizes, count, slopes }: Workspace, layer: number, start: number, parameters: Float64Array): void {
  const [width, rows] = [sizes[layer - 1]!, sizes[layer]!];
  const [before, here] = [slopes[layer - 1]!, slopes[layer]!];
  before.fill(0);
  for (let row = 0; row < rows; row += 1) {
    const first = row * count;
    for (let k = 0; k < width; k += 1) {
      const weight = parameters[start + row * (width + 1) + k]!;
      const target = k * count;
      for (let j = 0; j < count; j += 1) before[target + j]! += weight * here[first + j]!;
    }
  }
}

/** Two numbers, one for μ and one for σ. */
export type Pair = readonly [number, number];

/** A histogram: the middles of its classes, and the share of people per cm in each. */
export interface Sample {
  readonly middles: readonly number[];
  readonly density: readonly number[];
}

/** All there is to know about a guess (μ, σ): its misfit, and how that changes. */
export interface Fit {
  readonly chi2: number;
  /** ∂χ²/∂μ and ∂χ²/∂σ. */
  readonly slope: Pair;
  /** JᵀJ of the model: μμ, μσ, σσ. */
  readonly normal: readonly [number, number, number];
  /** The second derivatives of χ²: μμ, μσ, σσ. */
  readonly bend: readonly [number, number, number];
}

export function gaussian(x: number, mu: number, sig: number): number {
  return Math.exp(-((x - mu) ** 2) / (2 * sig * sig)) / (sig * Math.sqrt(2 * Math.PI));
}

export function misfit({ middles, density }: Sample, mu: number, sig: number): number {
  let total = 0;
  for (let i = 0; i < middles.length; i += 1) total += (density[i]! - gaussian(middles[i]!, mu, sig)) ** 2;
  return total;
}

/** One pass over the classes; with z = (x − μ)/σ every derivative is f times a polynomial in z. */
export function fitAt({ middles, density }: Sample, [mu, sig]: Pair): Fit {
  let [chi2, pullMu, pullSig] = [0, 0, 0];
  let [normalA, normalB, normalC] = [0, 0, 0];
  let [leftA, leftB, leftC] = [0, 0, 0]; // Σ residual · second derivative of f · σ²
  for (let i = 0; i < middles.length; i += 1) {
    const z = (middles[i]! - mu) / sig;
    const f = gaussian(middles[i]!, mu, sig);
    const residual = density[i]! - f;
    const byMu = (f * z) / sig;
    const bySig = (f * (z * z - 1)) / sig;
    chi2 += residual * residual;
    pullMu += residual * byMu;
    pullSig += residual * bySig;
    normalA += byMu * byMu;
    normalB += byMu * bySig;
    normalC += bySig * bySig;
    leftA += residual * f * (z * z - 1);
    leftB += residual * f * (z ** 3 - 3 * z);
    leftC += residual * f * (z ** 4 - 5 * z * z + 2);
  }
  const square = sig * sig;
  return {
    chi2,
    slope: [-2 * pullMu, -2 * pullSig],
    normal: [normalA, normalB, normalC],
    bend: [2 * (normalA - leftA / square), 2 * (normalB - leftB / square), 2 * (normalC - leftC / square)],
  };
}

/** How strongly the misfit bends in its most bent direction: the larger eigenvalue. */
export function curvature({ bend: [a, b, c] }: Pick<Fit, "bend">): number {
  return (a + c) / 2 + Math.hypot((a - c) / 2, b);
}

/** Against the slope, times the aggression. */
export function steepestStep({ slope }: Fit, aggression: number): Pair {
  return [-aggression * slope[0], -aggression * slope[1]];
}

/** The step that would reach the lowest place if the model were straight: JᵀJ · step = Jᵀr. */
export function gaussNewtonStep({ slope, normal: [a, b, c] }: Fit): Pair {
  const size = a * c - b * b;
  const [p, q] = [-slope[0] / 2, -slope[1] / 2];
  return [(c * p - b * q) / size, (a * q - b * p) / size];
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { curvature, fitAt, gaussNewtonStep, misfit, steepestStep, type Pair } from "./fit";
import cases from "./fit-cases.json";

// tests/course finds these numbers by complex steps and differences, and holds the file to them.
const samples = cases.groups.map((density) => ({ middles: cases.middles, density }));

function close(found: readonly number[], wanted: readonly number[], relative = 1e-6): void {
  const largest = Math.max(...wanted.map(Math.abs));
  found.forEach((value, index) => assert.ok(Math.abs(value - wanted[index]!) <= relative * largest + 1e-12, `${found} is not ${wanted}`));
}

for (const { group, place, chi2, slope, hessian, curvature: bend, gauss_newton } of cases.places) {
  const fit = fitAt(samples[group]!, place as unknown as Pair);

  test(`at ${place} of group ${group} misfit, slopes and bends are those found by other means`, () => {
    close([fit.chi2, misfit(samples[group]!, place[0]!, place[1]!)], [chi2, chi2]);
    close(fit.slope, slope);
    close([fit.bend[0], fit.bend[1], fit.bend[1], fit.bend[2]], hessian, 1e-5);
    close([curvature(fit)], [bend], 1e-5);
  });

  test(`at ${place} of group ${group} both steps are those found by other means`, () => {
    close(gaussNewtonStep(fit), gauss_newton);
    close(steepestStep(fit, 2000), slope.map((value) => -2000 * value));
  });
}

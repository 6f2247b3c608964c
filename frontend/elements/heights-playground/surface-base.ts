import type { Project } from "../../figures/surface";
import { draw, write, writeLetters } from "../../figures/svg";

/** The floor that the surface stands over, with the letters of its two directions; seen only with the surface. */
export function drawBase(svg: SVGSVGElement): (project: Project) => void {
  const group = draw(svg, "g", { class: "floor-plan", "aria-hidden": "true" });
  const outline = draw(group, "path", { class: "base" });
  const letters = (["x", "y"] as const).map((tone, index) => {
    const text = draw(group, "text", { class: `letter tone-${tone}`, "text-anchor": "middle" });
    writeLetters(text, "μσ"[index]!);
    return text;
  });
  return (project) => {
    const corner = (across: number, along: number) => project(across, along, 0).map((pixel) => pixel.toFixed(1)).join(",");
    write(outline, { d: `M${corner(0, 0)}L${corner(1, 0)}L${corner(1, 1)}L${corner(0, 1)}Z` });
    const edges = [
      [project(0.5, -0.07, 0), project(0.5, 1.07, 0)],
      [project(-0.07, 0.5, 0), project(1.07, 0.5, 0)],
    ] as const;
    edges.forEach(([one, other], index) => {
      // The nearer of the two edges, where nothing hides the letter.
      const [x, y] = one[1] > other[1] ? one : other;
      write(letters[index]!, { x, y: y + 6 });
    });
  };
}

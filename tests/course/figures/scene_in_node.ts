// Run by test_scene_in_node.py: works out each scene's numbers and rows with the page's own scripts.
import type { SceneData } from "../../../frontend/figures/scene/data";
import { Environment } from "../../../frontend/figures/scene/environment";

interface Case {
  readonly data: SceneData;
  readonly states: Record<string, number>[];
}

function workOut({ data, states }: Case) {
  const environment = new Environment(data);
  return states.map((state) => {
    environment.update(state);
    const lengths = [...environment.tables].map(([name, table]) => [name, table.length()] as const);
    // JSON has no NaN and no infinity.
    const numbers = Object.entries(environment.readouts()).map(([name, value]) => [name, String(value)] as const);
    return { numbers: Object.fromEntries(numbers), rows: Object.fromEntries(lengths) };
  });
}

console.log(JSON.stringify((JSON.parse(process.argv[2]!) as Case[]).map(workOut)));

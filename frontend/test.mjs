// Bundles every *.test.ts and runs the lot with Node's own test runner.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const folder = mkdtempSync(path.join(tmpdir(), "upslope-frontend-tests-"));
try {
  await build({
    absWorkingDir: root,
    entryPoints: ["frontend/**/*.test.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    loader: { ".css": "empty" },
    logLevel: "warning",
  });
  const tests = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".test.mjs"));
  const { status } = spawnSync(process.execPath, ["--test", ...tests], { cwd: folder, stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}

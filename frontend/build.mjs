// Builds the browser's files: app.js (modules, split), app.css (fonts included) and theme.js (before first paint).
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(here, "../src/upslope/web/static/built");
const checker = path.resolve(here, "../src/upslope/course/lint/built/check-formulas.mjs");

/** Replaces text in one package file, and stops the build when that text is no longer there. */
function replaceIn(file, loader, pattern, replacement) {
  return {
    name: `replace-in-${path.basename(file.source)}`,
    setup(plugins) {
      plugins.onLoad({ filter: file }, async ({ path: name }) => {
        const text = await readFile(name, "utf8");
        const contents = text.replaceAll(pattern, replacement);
        if (contents === text) throw new Error(`${name} no longer holds ${pattern}: look at build.mjs.`);
        return { contents, loader };
      });
    },
  };
}

// Every browser with light-dark() reads woff2, so the older font formats would be dead weight.
const onlyWoff2 = replaceIn(/katex\.min\.css$/, "css", /,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g, "");
// The content security policy refuses eval; with it in the file no name around it could be shortened.
const withoutEval = replaceIn(/htmx\.esm\.js$/, "js", /return eval\(str\)/g, "return undefined");

const shared = {
  absWorkingDir: path.resolve(here, ".."),
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  outdir: out,
  write: false,
};

const pages = {
  ...shared,
  format: "esm",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  // No hash of ours: pages preload the two main fonts by name, and the static files storage adds its own hash.
  assetNames: "fonts/[name]",
  loader: { ".woff2": "file" },
  plugins: [onlyWoff2, withoutEval],
};

// A worker, the playgrounds and the scene are files that a script fetches by name: that script is built with the
// name, which changes with what the file holds.
const named = { entryNames: "chunks/[name]-[hash]" };
const nameOf = ({ outputFiles }, start) => outputFiles.map((file) => path.basename(file.path)).find((name) => name.startsWith(start));
const worker = await build({
  ...shared,
  ...named,
  entryPoints: ["frontend/elements/network-playground/training-worker.ts"],
  format: "iife",
});
const playgrounds = await build({
  ...pages,
  ...named,
  entryPoints: ["frontend/playgrounds.ts"],
  define: { TRAINING_WORKER: JSON.stringify(`./${nameOf(worker, "training-worker-")}`) },
});
const scene = await build({ ...pages, ...named, entryPoints: ["frontend/scene.ts"] });
const app = {
  ...pages,
  entryPoints: ["frontend/app.ts", "frontend/app.css", "frontend/preview.ts"],
  define: {
    PLAYGROUNDS: JSON.stringify(`./chunks/${nameOf(playgrounds, "playgrounds-")}`),
    SCENE: JSON.stringify(`./chunks/${nameOf(scene, "scene-")}`),
  },
  external: ["./chunks/*"],
};

const results = await Promise.all([
  worker,
  playgrounds,
  scene,
  build(app),
  build({ ...pages, entryPoints: ["frontend/pit-game.ts", "frontend/pit-game.css"] }),
  build({ ...pages, entryPoints: ["frontend/pit-replay.ts"] }),
  build({ ...pages, entryPoints: ["frontend/answers.ts", "frontend/answers.css", "frontend/labs.ts", "frontend/labs.css", "frontend/sandpit.css", "frontend/scene.css", "frontend/gallery.css", "frontend/reference.css"] }),
  build({ ...pages, entryPoints: ["frontend/taylor-explorer.ts", "frontend/taylor-explorer.css", "frontend/starting-point.css", "frontend/looking-back.css", "frontend/cohorts.css", "frontend/catalogue.css", "frontend/gradebook.css", "frontend/credentials.css", "frontend/community.css"] }),
  build({ ...shared, entryPoints: ["frontend/theme.ts"], format: "iife" }),
  // Not for the browser: `upslope check` runs it with Node.
  build({
    ...shared,
    entryPoints: ["frontend/check-formulas.ts"],
    format: "esm",
    platform: "node",
    outdir: path.dirname(checker),
    outExtension: { ".js": ".mjs" },
  }),
]);
if (results.some((result) => result.warnings.length > 0)) process.exit(1);

/** A file and its compressed twins: the server sends the smallest that the browser reads, and never compresses. */
function withTwins({ path: name, contents }) {
  if (name.endsWith(".woff2") || name === checker) return [{ path: name, contents }];
  return [
    { path: `${name}.br`, contents: brotliCompressSync(contents) },
    { path: `${name}.gz`, contents: gzipSync(contents, { level: 9 }) },
    { path: name, contents },
  ];
}

const files = results.flatMap((result) => result.outputFiles).flatMap(withTwins);
// app.js goes last: its date says that the build is complete.
files.sort((a, b) => Number(a.path.endsWith("app.js")) - Number(b.path.endsWith("app.js")));
for (const file of files) {
  await mkdir(path.dirname(file.path), { recursive: true });
  await writeFile(file.path, file.contents);
}

const wanted = new Set(files.map((file) => file.path));
for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
  const name = path.join(entry.parentPath, entry.name);
  if (entry.isFile() && !wanted.has(name)) await rm(name);
}

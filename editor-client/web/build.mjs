// Builds the folder that `tagwright serve` shows: node build.mjs [OUT], dist beside it by default.
//
// The same sources give the same bytes, so a test can tell whether the committed build is current.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "tailwindcss";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "dist"));
const source = (...path) => join(here, "src", ...path);
const packaged = (...path) => join(here, "node_modules", ...path);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const result = await build({
  absWorkingDir: here,
  entryPoints: [
    { in: source("main.ts"), out: "app" },
    { in: source("checks.ts"), out: "checks" },
    { in: source("app.css"), out: "app" },
  ],
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});
for (const name of ["index.html", "checks.html", "icon.svg"]) {
  copyFileSync(source(name), join(out, name));
}
copyFileSync(packaged("axe-core", "axe.min.js"), join(out, "axe.min.js"));
copyFileSync(
  packaged("bootstrap", "dist", "css", "bootstrap.min.css"),
  join(out, "preview-bootstrap.css"),
);
writeFileSync(join(out, "preview-tailwind.css"), await tailwind());
writeFileSync(join(out, "licences.txt"), licences(Object.keys(result.metafile.inputs)));

/** The utilities that the models were taught, and the commonest others, as a style sheet. */
async function tailwind() {
  const sheets = { tailwindcss: packaged("tailwindcss", "index.css") };
  const compiler = await compile(
    `@import "tailwindcss";\n${readFileSync(source("tailwind.css"), "utf-8")}`,
    {
      base: here,
      loadStylesheet: async (id, base) => {
        const path = sheets[id] ?? resolve(base, id);
        return { path, base: dirname(path), content: readFileSync(path, "utf-8") };
      },
    },
  );
  const { code } = await esbuildCss(compiler.build([]));
  return code;
}

async function esbuildCss(text) {
  const { transform } = await import("esbuild");
  return transform(text, { loader: "css", minify: true, target: ["chrome120", "firefox121"] });
}

/** What the bundle is made of, with the licence of each package. */
function licences(inputs) {
  const names = new Set(["axe-core", "bootstrap", "tailwindcss"]);
  for (const input of inputs) {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? [];
    if (name !== undefined) names.add(name);
  }
  const parts = [...names].sort().map((name) => {
    const about = JSON.parse(readFileSync(packaged(name, "package.json"), "utf-8"));
    const file = readdirSync(packaged(name)).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? readFileSync(packaged(name, file), "utf-8").trim() : about.license;
    return `${name} ${about.version} (${about.license})\n\n${text}`;
  });
  return [
    "Tagwright's playground is licensed under Apache-2.0. It is built from these packages.\n" +
      "axe.min.js is axe-core's own file, unchanged; its source is at\n" +
      "https://github.com/dequelabs/axe-core.",
    ...parts,
  ].join(`\n\n${"-".repeat(80)}\n\n`) + "\n";
}

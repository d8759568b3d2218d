// Builds what the pages load: one style sheet, one script, and the charts, which only pages with charts load.
import { build } from "esbuild";
import { cp, mkdir } from "node:fs/promises";

const out = "../src/taizhang_site/assets";
await mkdir(out, { recursive: true });
await build({
  entryPoints: [
    { in: "src/app.js", out: "app" },
    { in: "src/charts.js", out: "charts" },
    { in: "src/sheet.js", out: "sheet" },
    { in: "src/app.css", out: "app" },
  ],
  outdir: out,
  bundle: true,
  minify: true,
  target: ["chrome87", "firefox78", "safari14"],
  legalComments: "linked",
  logLevel: "warning",
});
await cp("src/mark.svg", `${out}/mark.svg`);

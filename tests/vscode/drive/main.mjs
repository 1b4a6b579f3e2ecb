// Runs the scenarios in one VS Code and prints one JSON object a line: {name, error}.
//   node drive/main.mjs '{"vscode", "chromium", "folder", "vsix", "path", "shots", "only"}'
import fs from 'node:fs';
import path from 'node:path';
import { restricted } from './restricted.mjs';
import { trusted } from './trusted.mjs';
import { Code, Workbench, openBrowser } from './workbench.mjs';

const options = JSON.parse(process.argv[2]);
const only = options.only?.length ? new Set(options.only) : undefined;
const code = new Code(options);
fs.mkdirSync(options.shots, { recursive: true });
const print = (row) => process.stdout.write(`${JSON.stringify(row)}\n`);

const BASICS = {
  // Only what a scenario saves is saved.
  'files.autoSave': 'off',
  'editor.lightbulb.enabled': 'on',
  'html.autoClosingTags': false,
  'editor.minimap.enabled': false,
  'workbench.startupEditor': 'none',
  'chat.commandCenter.enabled': false,
};

let browser;
const stop = async () => {
  await browser?.close();
  code.stop();
};
process.on('SIGTERM', () => void stop().then(() => process.exit(1)));
try {
  code.settings(BASICS);
  await code.start();
  browser = await openBrowser(options.chromium);
  for (const { name: part, workspace, opened, scenarios } of [trusted, restricted]) {
    const wanted = Object.entries(scenarios).filter(([name]) => !only || only.has(name));
    if (wanted.length === 0) {
      continue;
    }
    const folder = path.join(options.folder, part);
    fs.mkdirSync(folder);
    const context = { code, basics: BASICS, folder: options.folder };
    workspace(folder, context);
    const bench = new Workbench(code, browser, folder, options.shots);
    await bench.open();
    await opened(bench);
    for (const [name, run] of wanted) {
      const began = Date.now();
      try {
        await run(bench, context);
        print({ name, error: null, seconds: (Date.now() - began) / 1000 });
      } catch (error) {
        await bench.shot(`failed-${name.replaceAll(/\W+/g, '-')}`).catch(() => {});
        print({ name, error: String(error.stack ?? error), seconds: (Date.now() - began) / 1000 });
        // What it left open must not disturb the next one.
        for (let press = 0; press < 3; press += 1) {
          await bench.keyboard.press('Escape');
        }
      }
    }
    await bench.close();
  }
} finally {
  await stop();
}

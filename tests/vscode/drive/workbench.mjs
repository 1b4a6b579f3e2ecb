// A real VS Code in a headless Chromium, and what a user does in it.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** Before something is given up; never a measure of how fast it must be. */
const PATIENCE = 60_000;

export async function until(what, check, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  while (Date.now() < end) {
    try {
      last = await check();
      if (last) {
        return last;
      }
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error(`never happened: ${what} (last: ${String(last).slice(0, 400)})`);
}

/** VS Code's server with the extension installed; `folder` is its home. */
export class Code {
  constructor({ vscode, folder, vsix, path: bin }) {
    this.folder = folder;
    this.main = path.join(vscode, 'lib/vscode/out/server-main.js');
    this.vsix = vsix;
    this.bin = bin;
    this.settingsFile = path.join(folder, 'data/Machine/settings.json');
    this.env = {
      PATH: process.env.PATH,
      SHELL: '/bin/bash',
      HOME: path.join(folder, 'home'),
      // The model's process has its door there; a socket's path must be short.
      XDG_RUNTIME_DIR: path.join(folder, 'run'),
      LANG: 'C.UTF-8',
    };
  }

  async start() {
    for (const name of ['home', 'run']) {
      fs.mkdirSync(path.join(this.folder, name), { recursive: true, mode: 0o700 });
    }
    // VS Code takes the PATH of the user's login shell.
    fs.writeFileSync(path.join(this.env.HOME, '.profile'), `PATH='${this.bin}':"$PATH"\n`);
    const basics = ['--accept-server-license-terms', '--server-data-dir', this.folder];
    const install = [this.main, ...basics, '--install-extension', this.vsix];
    const done = spawnSync(process.execPath, install, { env: this.env, encoding: 'utf8' });
    if (done.status !== 0) {
      throw new Error(`The extension was not installed: ${done.stdout}${done.stderr}`);
    }
    this.port = await freePort();
    const serve = ['--host', '127.0.0.1', '--port', `${this.port}`, '--without-connection-token'];
    const args = [this.main, ...basics, ...serve, '--disable-telemetry'];
    const output = fs.openSync(path.join(this.folder, 'server.log'), 'a');
    this.process = spawn(process.execPath, args, {
      env: this.env,
      cwd: this.folder,
      stdio: ['ignore', output, output],
      detached: true,
    });
    await until('VS Code answers', async () => (await fetch(this.url('/version'))).ok);
  }

  url(rest) {
    return `http://127.0.0.1:${this.port}${rest}`;
  }

  settings(values) {
    fs.mkdirSync(path.dirname(this.settingsFile), { recursive: true });
    // At once: a file that is read half-written counts as empty, and no second look is taken.
    const written = `${this.settingsFile}.new`;
    fs.writeFileSync(written, JSON.stringify(values, null, 2));
    fs.renameSync(written, this.settingsFile);
  }

  stop() {
    if (this.process?.exitCode === null) {
      process.kill(-this.process.pid);
    }
  }
}

export async function openBrowser(executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/** One window with one workspace. */
export class Workbench {
  constructor(code, browser, workspace, shots) {
    Object.assign(this, { code, browser, workspace, shots });
  }

  async open() {
    const context = await this.browser.newContext({ viewport: { width: 1200, height: 760 } });
    context.setDefaultTimeout(PATIENCE);
    this.page = await context.newPage();
    this.keyboard = this.page.keyboard;
    await this.page.goto(this.code.url(`/?folder=${encodeURIComponent(this.workspace)}`), {
      waitUntil: 'commit',
    });
    await this.page.locator('.statusbar-item').first().waitFor({ timeout: PATIENCE });
  }

  close() {
    return this.page.context().close();
  }

  shot(name, options = {}) {
    return this.page.screenshot({ path: path.join(this.shots, `${name}.png`), ...options });
  }

  /** Answers the question whether the workspace is trusted. */
  async trust(yes) {
    const dialog = this.page.locator('.monaco-dialog-box', { hasText: 'Do you trust the authors' });
    await dialog.waitFor({ timeout: PATIENCE });
    await dialog.locator('.monaco-button', { hasText: yes ? /^Yes/ : /^No/ }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  file(name) {
    return path.join(this.workspace, name);
  }

  read(name) {
    return fs.readFileSync(this.file(name), 'utf8');
  }

  get group() {
    return this.page.locator('.editor-group-container.active');
  }

  get lines() {
    return this.group.locator('.view-lines').first();
  }

  /** The text as it is on the screen, with ordinary blanks. */
  async text() {
    const rows = await this.lines.locator('.view-line').evaluateAll((all) =>
      all
        .map((row) => [parseInt(row.style.top, 10), row.textContent])
        .sort((a, b) => a[0] - b[0])
        .map((row) => row[1]),
    );
    return rows.join('\n').replaceAll('\u00a0', ' ');
  }

  shows(part) {
    return until(`the editor shows ${part}`, async () => (await this.text()).includes(part));
  }

  /** Makes a file and opens it with the cursor at `‸`. */
  async edit(name, content) {
    const at = content.indexOf('‸');
    const before = content.slice(0, at).split('\n');
    const text = content.replace('‸', '');
    fs.writeFileSync(this.file(name), text);
    const input = await this.quickInput('Control+p');
    await input.fill(this.file(name));
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name })
      .waitFor({ timeout: PATIENCE });
    await this.keyboard.press('Enter');
    await this.group.locator('.tab.active', { hasText: name }).waitFor({ timeout: PATIENCE });
    await this.shows(text.split('\n').find((line) => line.trim() !== '') ?? '');
    await this.goto(before.length, (before.at(-1) ?? '').length + 1);
    return text;
  }

  async quickInput(keys) {
    const input = this.page.locator('.quick-input-widget input.input');
    // A key pressed while the window is busy with something else can get lost.
    await until(`${keys} opens the input`, async () => {
      if (!(await input.isVisible())) {
        await this.keyboard.press(keys);
        await input.waitFor({ timeout: 3000 });
      }
      return true;
    });
    return input;
  }

  async goto(line, column) {
    const input = await this.quickInput('Control+g');
    await input.fill(`:${line}:${column}`);
    await this.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  async command(title) {
    const input = await this.quickInput('F1');
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title })
      .waitFor({ timeout: PATIENCE });
    await this.keyboard.press('Enter');
  }

  /** Chooses from the menu of code actions at the cursor. */
  async action(title, shot) {
    const row = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    // The window may ask for actions before it has told the server of the document.
    await until('the menu of actions', async () => {
      await this.keyboard.press('Control+.');
      await row.waitFor({ timeout: 5000 });
      return true;
    });
    await until(`${title} is focused`, async () => {
      if ((await row.getAttribute('class')).includes('focused')) {
        return true;
      }
      await this.keyboard.press('ArrowDown');
      return false;
    });
    if (shot) {
      await this.shot(shot);
    }
    // Clicks are swallowed by the layer below the menu.
    await this.keyboard.press('Enter');
  }

  async save(name) {
    await this.keyboard.press('Control+s');
    // The tab shows a moment later that the text was changed, and the file is empty for a moment.
    return until('saved', async () => {
      const unsaved = await this.page.locator('.tab.active.dirty').count();
      const saved = this.read(name);
      return unsaved === 0 && saved.trimEnd() === (await this.text()).trimEnd() && saved;
    });
  }

  async undo() {
    await this.keyboard.press('Control+z');
  }

  get statusItem() {
    return this.page.locator('[id="tagwright.tagwright.tagwright.status"]').first();
  }

  /** Waits until the status bar says so. */
  status(words) {
    return until(`the status bar says ${words}`, async () => {
      const label = await this.statusItem.locator('a').getAttribute('aria-label');
      if (!label?.includes(words)) {
        throw new Error(`it says ${label}`);
      }
      return true;
    });
  }

  notification(words) {
    return this.page.locator('.notification-toast', { hasText: words }).last();
  }

  /** The frame with the rendered markup in the preview. */
  async rendered() {
    return until('the preview', async () => {
      for (const frame of this.page.frames()) {
        if (frame.url() === 'about:srcdoc') {
          return frame;
        }
      }
      return undefined;
    });
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// The parts of the extension that need no VS Code.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { MARKER, findServer, installedVersion, pythonOf } from '../../editor-client/vscode/src/find';
import { InstallError, findPython, install, wheelIn } from '../../editor-client/vscode/src/install';
import { dedented, previewPage } from '../../editor-client/vscode/src/page';
import { facts, shown } from '../../editor-client/vscode/src/state';

function folder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'tagwright-'));
}

function program(file: string, mode = 0o755): string {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '#!/bin/sh\n', { mode });
  return file;
}

test('the setting decides, then the PATH, then what was installed', () => {
  const base = folder();
  const managed = path.join(base, 'managed');
  const chosen = program(path.join(base, 'chosen'));
  const places = { setting: '', managed, env: { PATH: '' }, windows: false };
  assert.equal(findServer(places), undefined);

  program(pythonOf(managed, false));
  assert.equal(findServer(places), undefined, 'an installation that was not completed');
  fs.writeFileSync(path.join(managed, MARKER), '{"version": "0.1.0"}');
  assert.deepEqual(findServer(places), {
    command: pythonOf(managed, false),
    args: ['-I', '-m', 'tagwright'],
    from: 'installed',
  });

  const onPath = program(path.join(base, 'bin', 'tagwright'));
  const env = { PATH: `.:bin:${path.dirname(onPath)}` };
  assert.deepEqual(findServer({ ...places, env }), { command: onPath, args: [], from: 'path' });
  assert.equal(findServer({ ...places, env, setting: chosen })?.command, chosen);
});

test('a wrong setting is not replaced by another program', () => {
  const base = folder();
  const onPath = program(path.join(base, 'tagwright'));
  const env = { PATH: path.dirname(onPath) };
  const places = { managed: base, env, windows: false };
  for (const setting of ['tagwright', './tagwright', base, path.join(base, 'none')]) {
    assert.equal(findServer({ ...places, setting }), undefined, setting);
  }
  assert.equal(findServer({ ...places, setting: program(path.join(base, 'data'), 0o644) }), undefined);
});

test('names of Windows', () => {
  const base = folder();
  assert.ok(pythonOf(base, true).endsWith(path.join('Scripts', 'python.exe')));
  const found = program(path.join(base, 'tagwright.exe'), 0o644);
  const places = { setting: '', managed: base, env: { Path: base }, windows: true };
  assert.equal(findServer(places)?.command, found);
});

/** A wheel named tagwright that prints its settings. */
function wheel(base: string): string {
  const file = path.join(base, 'tagwright-0.1.0-py3-none-any.whl');
  const info = 'tagwright-0.1.0.dist-info';
  const files = {
    'tagwright/__init__.py': '',
    'tagwright/__main__.py': 'print("settings")\n',
    [`${info}/METADATA`]: 'Metadata-Version: 2.1\nName: tagwright\nVersion: 0.1.0\n',
    [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${info}/RECORD`]: '',
  };
  const code =
    'import json,sys,zipfile\nwith zipfile.ZipFile(sys.argv[1],"w") as z:\n' +
    ' for name, text in json.loads(sys.argv[2]).items(): z.writestr(name, text)';
  execFileSync('python3', ['-c', code, file, JSON.stringify(files)]);
  return file;
}

test('the server is installed, or nothing is left behind', async () => {
  const base = folder();
  const target = path.join(base, 'managed');
  const steps: string[] = [];
  const signal = new AbortController().signal;
  const to = {
    python: await findPython('', process.env, false, signal),
    folder: target,
    version: '0.1.0',
    windows: false,
    onStep: (step: string) => void steps.push(step),
    onOutput: () => {},
    signal,
  };
  wheel(base);
  const source = await wheelIn(base);
  assert.ok(source);
  await install({ ...to, source });
  assert.equal(installedVersion(target), '0.1.0');
  assert.equal(steps.length, 3);
  const places = { setting: '', managed: target, env: {}, windows: false };
  assert.equal(findServer(places)?.from, 'installed');

  await assert.rejects(install({ ...to, source: path.join(base, 'none.whl') }), InstallError);
  assert.ok(!fs.existsSync(target));
});

test('a Python that can not be used is named', async () => {
  const signal = new AbortController().signal;
  const broken = program(path.join(folder(), 'python'));
  fs.writeFileSync(broken, '#!/bin/sh\nexit 1\n');
  for (const setting of ['python3', '/nowhere/python', broken]) {
    const wrong = (error: Error) => error instanceof InstallError && error.message.includes(setting);
    await assert.rejects(findPython(setting, process.env, false, signal), wrong);
  }
  await assert.rejects(findPython('', { PATH: '' }, false, signal), /No Python 3\.10/);
});

test('the preview runs nothing and fetches nothing', () => {
  const page = previewPage({ title: '<b>', markup: '<script>x()</script><p title="a&b">' });
  assert.match(page, /default-src 'none'/);
  assert.ok(!page.includes('<script>'), 'markup stands in attributes and text alone');
  assert.match(page, /<iframe sandbox=""/);
  assert.ok(!page.includes('command:'));
  const buttons = { apply: 'a.b', discard: 'c.d' };
  assert.match(previewPage({ title: '', markup: '', buttons }), /href="command:a\.b"/);
});

test('markup loses the indentation of its place', () => {
  assert.equal(dedented('\n    <ul>\n      <li>x</li>\n    </ul>\n'), '<ul>\n  <li>x</li>\n</ul>');
  assert.equal(dedented('<ul>\n\t\t<li>x</li>\n\t</ul>'), '<ul>\n\t<li>x</li>\n</ul>');
});

test('the state in words', () => {
  const state = {
    state: 'idle' as const,
    loaded: true,
    engine: 'llamacpp',
    model: 'm',
    adapter: '',
    tokensPerSecond: 3.25,
    message: '',
  };
  assert.equal(shown(state).summary, 'Ready');
  assert.match(shown({ ...state, loaded: false }).summary, /when it is needed/);
  assert.equal(shown({ ...state, state: 'error', message: 'Out of memory.' }).summary, 'Out of memory.');
  assert.equal(shown({ state: 'missing' }).level, 'warning');
  assert.deepEqual(facts(state).at(-1), ['Last speed', '3.3 tokens per second']);
  assert.deepEqual(facts({ state: 'starting' }), []);
});

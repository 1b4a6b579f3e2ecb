// Makes a virtual environment with the server in it. Knows nothing of VS Code.
import { spawn } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MARKER, expandHome, findOnPath, isProgram, pythonOf } from './find';

export interface Installation {
  /** The Python that makes the environment. */
  python: string;
  /** Where it is made; what is there is replaced. */
  folder: string;
  /** What pip gets: a wheel's path or a requirement. */
  source: string;
  version: string;
  windows: boolean;
  /** Gets what is being done, in a few words. */
  onStep: (step: string) => void;
  /** Gets the output of pip, line by line. */
  onOutput: (line: string) => void;
  signal: AbortSignal;
}

/** A failure with a sentence for the user. */
export class InstallError extends Error {}

const VERSION_CHECK = 'import sys, venv; sys.exit(sys.version_info < (3, 10))';

/** Returns a Python that can make the environment. Throws InstallError. */
export async function findPython(
  setting: string,
  env: NodeJS.ProcessEnv,
  windows: boolean,
  signal: AbortSignal,
): Promise<string> {
  const chosen = expandHome(setting.trim());
  if (chosen !== '') {
    if (!path.isAbsolute(chosen) || !isProgram(chosen, windows)) {
      throw new InstallError(`The setting tagwright.server.python names no program: ${chosen}.`);
    }
    if (!(await isUsable(chosen, signal))) {
      throw new InstallError(`${chosen} is not Python 3.10 or newer with the module venv.`);
    }
    return chosen;
  }
  for (const name of windows ? ['python', 'python3', 'py'] : ['python3', 'python']) {
    const file = findOnPath(name, env, windows);
    if (file !== undefined && (await isUsable(file, signal))) {
      return file;
    }
  }
  throw new InstallError(
    'No Python 3.10 or newer was found: install one, or name one in tagwright.server.python.',
  );
}

/** Installs the server. Throws InstallError; leaves nothing behind where it fails. */
export async function install(to: Installation): Promise<void> {
  await rm(to.folder, { recursive: true, force: true });
  await mkdir(path.dirname(to.folder), { recursive: true });
  try {
    to.onStep('making a Python environment');
    await run(to.python, ['-I', '-m', 'venv', to.folder], to);
    to.onStep('installing the server and its libraries');
    const python = pythonOf(to.folder, to.windows);
    const pip = ['-I', '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'];
    await run(python, [...pip, to.source], to);
    to.onStep('trying it');
    await run(python, ['-I', '-m', 'tagwright', 'settings'], { ...to, onOutput: () => {} });
    const marker = JSON.stringify({ version: to.version });
    await writeFile(path.join(to.folder, MARKER), marker);
  } catch (error) {
    await rm(to.folder, { recursive: true, force: true });
    throw error;
  }
}

/** Returns the wheel in a folder, or undefined. */
export async function wheelIn(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const wheel = names.find((name) => name.endsWith('.whl'));
  return wheel === undefined ? undefined : path.join(folder, wheel);
}

function isUsable(python: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(python, ['-I', '-c', VERSION_CHECK], { stdio: 'ignore', signal });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

function run(
  command: string,
  args: string[],
  { onOutput, signal, folder }: Pick<Installation, 'onOutput' | 'signal' | 'folder'>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // pip looks for its configuration and relative paths in the current folder.
    const cwd = path.dirname(folder);
    const child = spawn(command, args, { cwd, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let last = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split(/\r?\n/).filter((each) => each.trim() !== '')) {
          last = line.trim();
          onOutput(line);
        }
      });
    }
    child.on('error', (error) => reject(error));
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new InstallError(last || `${command} ended with ${code}.`)),
    );
  });
}

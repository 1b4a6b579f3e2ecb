// Where the server is: the path in the settings, the PATH, or the environment that we made.
// Knows nothing of VS Code, so that it can be tested without one.
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export interface Found {
  command: string;
  args: string[];
  from: 'setting' | 'path' | 'installed';
}

export interface Places {
  /** The setting `tagwright.server.path`; may begin with `~/`. */
  setting: string;
  /** The folder of the environment that the extension makes. */
  managed: string;
  env: NodeJS.ProcessEnv;
  windows: boolean;
}

/** The file that says that an installation was completed, and of which version. */
export const MARKER = 'tagwright-installed.json';

/** Returns how to start the server, or undefined where there is none. */
export function findServer(places: Places): Found | undefined {
  const setting = expandHome(places.setting.trim());
  if (setting !== '') {
    // A path that was chosen and is wrong must not be replaced by another program in silence.
    const usable = path.isAbsolute(setting) && isProgram(setting, places.windows);
    return usable ? { command: setting, args: [], from: 'setting' } : undefined;
  }
  const onPath = findOnPath('tagwright', places.env, places.windows);
  if (onPath !== undefined) {
    return { command: onPath, args: [], from: 'path' };
  }
  if (installedVersion(places.managed) !== undefined) {
    const python = pythonOf(places.managed, places.windows);
    if (isProgram(python, places.windows)) {
      // -I: no module of the current folder or of PYTHONPATH is taken for one of ours.
      return { command: python, args: ['-I', '-m', 'tagwright'], from: 'installed' };
    }
  }
  return undefined;
}

/** Returns a program's absolute path, or undefined. */
export function findOnPath(
  name: string,
  env: NodeJS.ProcessEnv,
  windows: boolean,
): string | undefined {
  const key = Object.keys(env).find((each) => (windows ? each.toUpperCase() : each) === 'PATH');
  const folders = (key === undefined ? '' : (env[key] ?? '')).split(windows ? ';' : ':');
  for (const folder of folders) {
    // An entry such as `.` means the workspace, which must not choose what is started.
    if (path.isAbsolute(folder)) {
      const file = path.join(folder, windows ? `${name}.exe` : name);
      if (isProgram(file, windows)) {
        return file;
      }
    }
  }
  return undefined;
}

/** Returns the Python of a virtual environment. */
export function pythonOf(folder: string, windows: boolean): string {
  return windows ? path.join(folder, 'Scripts', 'python.exe') : path.join(folder, 'bin', 'python');
}

/** Returns the version that was installed there, or undefined where nothing was completed. */
export function installedVersion(folder: string): string | undefined {
  try {
    const marker: unknown = JSON.parse(readFileSync(path.join(folder, MARKER), 'utf8'));
    const version = (marker as { version?: unknown } | null)?.version;
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}

export function expandHome(given: string): string {
  return /^~[/\\]/.test(given) ? path.join(homedir(), given.slice(2)) : given;
}

export function isProgram(file: string, windows: boolean): boolean {
  try {
    accessSync(file, windows ? constants.R_OK : constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

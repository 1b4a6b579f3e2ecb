// What the server says of its model, and how it reads in the status bar. Knows nothing of VS Code.

/** `tagwright/status`, as the server sends it. */
export interface ModelState {
  state: 'idle' | 'loading' | 'generating' | 'error';
  loaded: boolean;
  engine: string;
  model: string;
  adapter: string;
  tokensPerSecond: number;
  message: string;
}

/** What the extension itself knows of the server's process. */
export type State = ModelState | { state: 'missing' | 'starting' | 'stopped' | 'failed' };

export interface Shown {
  text: string;
  /** One sentence or a few words. */
  summary: string;
  level: 'normal' | 'warning' | 'error';
}

const WORDS: Record<State['state'], [icon: string, summary: string, level: Shown['level']]> = {
  idle: ['$(code)', 'Ready', 'normal'],
  loading: ['$(loading~spin)', 'Loading the model', 'normal'],
  generating: ['$(loading~spin)', 'Writing markup', 'normal'],
  error: ['$(error)', 'The model could not be loaded', 'error'],
  missing: ['$(warning)', 'The server is not installed', 'warning'],
  starting: ['$(loading~spin)', 'Starting the server', 'normal'],
  stopped: ['$(circle-slash)', 'The server is stopped', 'warning'],
  failed: ['$(error)', 'The server could not be started', 'error'],
};

/** Returns how a state reads in the status bar. */
export function shown(state: State): Shown {
  const [icon, words, level] = WORDS[state.state];
  const text = `${icon} Tagwright`;
  if (!('engine' in state)) {
    return { text, summary: words, level };
  }
  if (state.state === 'error') {
    return { text, summary: state.message || words, level };
  }
  const asleep = state.state === 'idle' && !state.loaded;
  return { text, summary: asleep ? 'Ready; the model is loaded when it is needed' : words, level };
}

/** Returns name and value of what is known about the model. */
export function facts(state: State): [string, string][] {
  if (!('engine' in state)) {
    return [];
  }
  const speed = state.tokensPerSecond;
  const known: [string, string][] = [
    ['Engine', state.engine],
    ['Model', state.model],
    ['Adapter', state.adapter],
    ['Last speed', speed > 0 ? `${speed.toFixed(speed < 10 ? 1 : 0)} tokens per second` : ''],
  ];
  return known.filter(([, value]) => value !== '');
}

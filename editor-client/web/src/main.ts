/** The page: two ways of working beside one preview. */

import { health, needsToken, Problem } from "./api.js";
import { byId, say } from "./dom.js";
import type { Shown } from "./document.js";
import { PageEditor } from "./editor.js";
import { Findings } from "./findings.js";
import { Playground } from "./playground.js";
import { Preview } from "./preview.js";
import { setToken } from "./store.js";
import { Tabs } from "./tabs.js";

const HEALTH_MS = 2_000;

const preview = new Preview();
const findings = new Findings();
let again: () => void = () => undefined;

function show(shown: Shown, final: boolean): void {
  void preview.show(shown);
  if (final) void findings.check(shown);
}

const editor = new PageEditor(
  (shown) => {
    if (tabs.current === "page") show(shown, true);
  },
  () => void askWhereNeeded(),
);

const playground = new Playground({
  show: (shown, final) => {
    // The first call comes before there are tabs.
    if (byId("playground").hidden === false) show(shown, final);
  },
  edit: ({ html }) => {
    editor.replace(html);
    tabs.select("page");
  },
  askToken,
});

let isConnected = false;
const tabs = new Tabs((panel) => {
  if (panel === "page" && !isConnected) {
    isConnected = true;
    editor.connect();
  }
  show(panel === "page" ? editor.shown() : playground.shown(), true);
});

async function askWhereNeeded(): Promise<void> {
  if (byId("token").hidden && (await needsToken())) askToken(() => undefined);
}

function askToken(retry: () => void): void {
  again = retry;
  byId("token").hidden = false;
  byId("token-value").focus();
}

byId("token").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = byId<HTMLInputElement>("token-value");
  setToken(field.value.trim());
  field.value = "";
  byId("token").hidden = true;
  if (isConnected) editor.connect();
  again();
  again = () => undefined;
});

async function watch(): Promise<void> {
  // A hidden page asks nobody.
  if (!document.hidden) {
    const said = await health().then(
      ({ state, model, message }) =>
        ({ idle: "Ready", loading: "Loading the model …", generating: "Writing …" })[state] ??
        (message || `${model}: ${state}`),
      (error: unknown) => (error instanceof Problem && error.status ? error.message : "No server"),
    );
    say(byId("model"), said);
  }
  window.setTimeout(() => void watch(), HEALTH_MS);
}

void watch();

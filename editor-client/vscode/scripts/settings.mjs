// Writes the server's settings into package.json:
//   tagwright settings --json | node scripts/settings.mjs [--check]
// With --check nothing is written; it fails where package.json is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../package.json', import.meta.url);
const OWN = ['tagwright.server.path', 'tagwright.server.python', 'tagwright.server.logLevel'];

const settings = JSON.parse(readFileSync(0, 'utf8'));
const before = readFileSync(FILE, 'utf8');
const manifest = JSON.parse(before);

const properties = {};
for (const { name, type, default: value, description, minimum, maximum, choices, loads } of settings) {
  properties[`tagwright.${name}`] = {
    type,
    default: value,
    ...(choices && { enum: choices }),
    ...(minimum !== undefined && { minimum, maximum }),
    // What decides which model runs, where, what is sent to it and what is kept of it is the
    // user's: a workspace can't set it, trusted or not.
    scope: loads || name === 'logGenerations' ? 'machine' : 'window',
    description,
  };
}
const [, section] = manifest.contributes.configuration;
section.properties = properties;
manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = [
  ...OWN,
  ...Object.keys(properties).filter((name) => properties[name].scope === 'machine'),
];
// Two formats of the same object are equal; npm and people write it differently.
if (JSON.stringify(manifest) !== JSON.stringify(JSON.parse(before))) {
  if (process.argv.includes('--check')) {
    console.error('package.json is not current: run `tagwright settings --json | node scripts/settings.mjs`.');
    process.exit(1);
  }
  writeFileSync(FILE, `${JSON.stringify(manifest, null, 2)}\n`);
}

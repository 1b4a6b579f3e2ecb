// A workspace that the user does not trust, and that tries to choose what is started.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

export const restricted = {
  name: 'untrusted',
  workspace(folder, { code, basics }) {
    code.settings(basics);
    const marker = path.join(folder, 'STARTED');
    const program = path.join(folder, 'evil.sh');
    fs.writeFileSync(program, `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 });
    // What a Python that was started here would take for the server.
    fs.mkdirSync(path.join(folder, 'tagwright'));
    fs.writeFileSync(path.join(folder, 'tagwright/__init__.py'), `open(${JSON.stringify(marker)}, 'w')\n`);
    fs.writeFileSync(path.join(folder, 'evil.json'), JSON.stringify({ default: { text: '<p>evil</p>' } }));
    fs.mkdirSync(path.join(folder, '.vscode'));
    fs.writeFileSync(
      path.join(folder, '.vscode/settings.json'),
      JSON.stringify({
        'tagwright.server.path': program,
        'tagwright.server.python': program,
        'tagwright.engine': 'scripted',
        'tagwright.model': path.join(folder, 'evil.json'),
        'tagwright.baseUrl': 'http://127.0.0.1:9/v1',
      }),
    );
  },
  async opened(bench) {
    await bench.trust(false);
  },
  scenarios: {
    async 'restricted mode'(bench) {
      await bench.edit('page.html', '<main>\n  <!-- a login form with email and password‸ -->\n</main>\n');
      await bench.status('Ready');
      await bench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
      await bench.command('Tagwright: Generate HTML');
      await bench.shows('<form');
      await bench.shot('restricted');
      const saved = await bench.save('page.html');
      assert.match(saved, /type="password"/);
      assert.ok(!saved.includes('evil'));
      assert.ok(!fs.existsSync(bench.file('STARTED')), 'nothing of the workspace was started');
    },
  },
};

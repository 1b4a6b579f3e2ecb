// A workspace that the user trusts: the main job with the embedded model, then what needs timing
// with the scripted one.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { until } from './workbench.mjs';

const LOGIN = `<!doctype html>
<html lang="en">
<head><title>Club</title></head>
<body>
  <!-- a login form with email and password‸ -->
</body>
</html>
`;

function page(comment) {
  return `<main>\n  <!-- ${comment}‸ -->\n</main>\n`;
}

/** Has the scripted engine answer from now on; `answers` map part of a request to markup. */
async function script(bench, { code, basics, folder }, answers, more = {}) {
  const rows = Object.entries(answers).map(([match, answer]) => ({ match, ...answer }));
  let file;
  let written = 0;
  await until('the model is the script', async () => {
    // The watcher of the settings file misses a change now and then on a busy machine, and VS Code
    // has no use for the same settings again.
    if (Date.now() - written > 15_000) {
      file = path.join(folder, `script-${Date.now()}.json`);
      fs.writeFileSync(file, JSON.stringify({ answers: rows }));
      code.settings({
        ...basics, 'tagwright.engine': 'scripted', 'tagwright.model': file, ...more,
      });
      written = Date.now();
    }
    const title = await bench.statusItem.locator('a').getAttribute('aria-label');
    const facts = await tooltip(bench);
    if (!title.includes('Ready') || !facts.includes(path.basename(file))) {
      throw new Error(`${title}; ${facts}`);
    }
    return true;
  });
}

async function tooltip(bench) {
  await bench.page.mouse.move(300, 300);
  await bench.statusItem.hover();
  const hover = bench.page.locator('.monaco-hover', { hasText: 'Tagwright' }).last();
  await hover.waitFor({ timeout: 10_000 });
  return hover.innerText();
}

const ANSWERS = {
  // In the order of the seeds of variants.
  'some words': { texts: ['<p>one</p>', '<p>two</p>', '<p>three</p>'] },
  'a nav': { text: '<nav><a href="/">Home</a></nav>' },
  'a list': { text: '<ul><li>one</li><li>two</li></ul>' },
  'a box': { text: '<div><p>box</p></div>' },
  'make it a section': { text: '<section><p>changed</p></section>' },
  'slow thing': { text: '<p>slow</p>'.repeat(400), token_ms: 200 },
  'broken thing': { tokens: ['<p>', 'x'], fail_after: 1 },
};

export const trusted = {
  name: 'site',
  workspace() {},
  async opened(bench) {
    await bench.trust(true);
    await bench.keyboard.press('Control+b'); // more room for the page
    // The extension starts with the first page.
    await bench.edit('index.html', page('a greeting'));
    await bench.status('Ready');
  },
  scenarios: {
    async 'action, saved, one undo'(bench) {
      const before = await bench.edit('login.html', LOGIN);
      await bench.status('Ready');
      await bench.action('Generate HTML', 'actions');
      await bench.shows('<form');
      await bench.shot('generated');
      const saved = await bench.save('login.html');
      assert.match(saved, /password -->\n  <form[^>]*>\n {4}<div>\n/);
      assert.match(saved, /<label for="email">/);
      assert.match(saved, /<input type="password"/);
      assert.ok(saved.startsWith(before.slice(0, before.indexOf('</body>'))), 'the rest is as it was');
      await bench.undo();
      await until('undone', async () => !(await bench.text()).includes('<form'));
      assert.equal(await bench.save('login.html'), before);
    },

    async 'preview and apply'(bench) {
      const before = await bench.edit('preview.html', LOGIN);
      await bench.command('Tagwright: Preview HTML');
      const frame = await bench.rendered();
      await frame.locator('input[type=password]').waitFor();
      assert.equal(await frame.locator('button').count(), 1);
      await bench.shot('preview');
      assert.equal(bench.read('preview.html'), before);
      await clickInPreview(bench, 'Apply');
      await until('the preview is closed', async () => !isPreviewed(bench));
      await bench.shows('<form');
      assert.match(await bench.save('preview.html'), /<input type="password"/);
      await bench.undo();
      await until('undone', async () => !(await bench.text()).includes('<form'));
      assert.equal(await bench.save('preview.html'), before);
    },

    async 'preview and discard'(bench) {
      const before = await bench.edit('discard.html', LOGIN);
      await bench.command('Tagwright: Preview HTML');
      await bench.rendered();
      await clickInPreview(bench, 'Discard');
      await until('the preview is closed', async () => !isPreviewed(bench));
      assert.equal(await bench.save('discard.html'), before);
    },

    async 'variants'(bench, context) {
      await script(bench, context, ANSWERS);
      await bench.edit('variants.html', page('some words'));
      await bench.command('Tagwright: Choose from Three Variants');
      const rows = bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Variant' });
      await until('three variants', async () => (await rows.count()) === 3);
      const frame = await bench.rendered();
      await frame.locator('p').waitFor();
      await bench.shot('variants');
      await bench.keyboard.press('ArrowDown');
      await bench.page.locator('.monaco-list-row.focused', { hasText: 'Variant 2' }).waitFor();
      await bench.keyboard.press('Enter');
      await until('the preview is closed', async () => !isPreviewed(bench));
      await bench.shows('three');
      assert.equal(
        await bench.save('variants.html'),
        '<main>\n  <!-- some words -->\n  <p>three</p>\n</main>\n',
      );
    },

    async 'settings take effect'(bench, context) {
      await bench.edit('settings.html', page('a nav'));
      await script(bench, context, ANSWERS, { 'tagwright.comment': 'replace' });
      await bench.command('Tagwright: Generate HTML');
      await bench.shows('</nav>');
      const saved = await bench.save('settings.html');
      assert.equal(saved, '<main>\n  <nav>\n    <a href="/">Home</a>\n  </nav>\n</main>\n');
      await script(bench, context, ANSWERS);
    },

    async 'completion'(bench, context) {
      await script(bench, context, ANSWERS, { 'tagwright.inlineCompletion': 'off' });
      await bench.edit('completion.html', '<main>\n  <!-- a list -->\n  ‸\n</main>\n');
      const row = bench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'a list' });
      await until('the suggestion', async () => {
        await bench.keyboard.press('Control+Space');
        await row.waitFor({ timeout: 5000 });
        return true;
      });
      await bench.shot('completion');
      await bench.page.locator('.suggest-widget .monaco-list-row.focused', { hasText: 'a list' }).waitFor();
      await bench.keyboard.press('Enter');
      await bench.shows('two');
      await bench.keyboard.press('Escape');
      assert.equal(
        await bench.save('completion.html'),
        '<main>\n  <!-- a list -->\n  <ul>\n    <li>one</li>\n    <li>two</li>\n  </ul>\n</main>\n',
      );
      await script(bench, context, ANSWERS);
    },

    async 'ghost text with Tab'(bench, context) {
      await script(bench, context, ANSWERS);
      const before = await bench.edit('ghost.html', '<main>\n  <!-- a list -->‸\n</main>\n');
      await bench.keyboard.press('Enter');
      const ghost = bench.page.locator('.ghost-text, .ghost-text-decoration');
      await until('ghost text', async () => (await ghost.allTextContents()).join('').includes('li'));
      await bench.shot('ghost');
      assert.equal(bench.read('ghost.html'), before);
      await bench.keyboard.press('Escape');
      await until('ghost text is gone', async () => (await ghost.count()) === 0);
      await bench.command('Trigger Inline Suggestion');
      await until('ghost text', async () => (await ghost.allTextContents()).join('').includes('li'));
      await bench.keyboard.press('Tab');
      await until('no ghost is left', async () => (await ghost.count()) === 0);
      assert.equal(
        await bench.save('ghost.html'),
        '<main>\n  <!-- a list -->\n  <ul>\n    <li>one</li>\n    <li>two</li>\n  </ul>\n</main>\n',
      );
    },

    async 'cancel'(bench, context) {
      await script(bench, context, ANSWERS);
      const before = await bench.edit('cancel.html', page('slow thing'));
      await bench.command('Tagwright: Generate HTML');
      await bench.status('Writing');
      // VS Code keeps the progress of a language server small; a click shows it with its button.
      await bench.page.locator('.statusbar-item', { hasText: /Generate HTML: \d+ tokens/ }).click();
      const progress = bench.page.locator('.notification-list-item', { hasText: 'Generate HTML' });
      await progress.hover();
      await bench.shot('progress');
      await progress.locator('.monaco-button', { hasText: 'Cancel' }).click();
      await bench.status('Ready');
      assert.equal(await bench.save('cancel.html'), before);
    },

    async 'regenerate and replace'(bench, context) {
      await script(bench, context, ANSWERS);
      await bench.edit('again.html', page('a box'));
      await bench.command('Tagwright: Generate HTML');
      await bench.shows('box</p>');
      await bench.goto(2, 10);
      await bench.command('Tagwright: Regenerate HTML');
      await bench.status('Ready');
      assert.equal((await bench.save('again.html')).split('box</p>').length, 2);
      await bench.edit('replace.html', page('a box'));
      await bench.command('Tagwright: Replace Comment');
      await bench.shows('box</p>');
      assert.ok(!(await bench.save('replace.html')).includes('<!--'));
    },

    async 'rewrite selection'(bench, context) {
      await script(bench, context, ANSWERS);
      await bench.edit('rewrite.html', '<main>\n‸  <div><p>old</p></div>\n</main>\n');
      await bench.keyboard.press('Shift+End');
      await bench.command('Tagwright: Rewrite Selection');
      const input = bench.page.locator('.quick-input-widget input.input');
      await bench.page.locator('.quick-input-title', { hasText: 'Rewrite Selection' }).waitFor();
      await input.fill('make it a section');
      await bench.keyboard.press('Enter');
      await bench.shows('changed');
      assert.equal(
        await bench.save('rewrite.html'),
        '<main>\n  <section>\n    <p>changed</p>\n  </section>\n</main>\n',
      );
    },

    async 'one message for a failure'(bench, context) {
      await script(bench, context, ANSWERS);
      const before = await bench.edit('broken.html', page('broken thing'));
      await bench.action('Generate HTML');
      const toast = bench.notification('scripted model failed');
      await toast.waitFor({ timeout: 60_000 });
      await bench.shot('failure');
      assert.equal(await bench.page.locator('.notification-toast').count(), 1);
      await bench.command('Notifications: Clear All Notifications');
      await bench.status('scripted model failed');
      assert.equal(await bench.save('broken.html'), before);
    },

    async 'status menu, log and restart'(bench, context) {
      await script(bench, context, ANSWERS);
      const pids = serverProcesses(context.folder);
      assert.equal(pids.length, 1);
      await bench.statusItem.click();
      await bench.page.locator('.quick-input-title', { hasText: 'Tagwright: Ready' }).waitFor();
      await bench.shot('menu');
      const input = bench.page.locator('.quick-input-widget input.input');
      await input.fill('Restart Server');
      await bench.page.locator('.monaco-list-row.focused', { hasText: 'Restart Server' }).waitFor();
      await bench.keyboard.press('Enter');
      await until('another process', () => {
        const now = serverProcesses(context.folder);
        return now.length === 1 && now[0] !== pids[0];
      });
      await bench.status('Ready');
      await bench.edit('restarted.html', page('a nav'));
      await bench.command('Tagwright: Generate HTML');
      await bench.shows('</nav>');
      await bench.save('restarted.html');
      await bench.command('Tagwright: Show Log');
      const panel = bench.page.locator('.panel .view-lines');
      await until('the log', async () =>
        (await panel.textContent()).replaceAll('\u00a0', ' ').includes('Starting '),
      );
      await bench.shot('log');
      await bench.command('View: Toggle Panel Visibility');
    },
  },
};

async function clickInPreview(bench, name) {
  await until(`${name} in the preview`, async () => {
    for (const frame of bench.page.frames()) {
      const link = frame.locator(`header a[role=button]`, { hasText: name });
      if ((await link.count()) === 1) {
        await link.click();
        return true;
      }
    }
    return false;
  });
}

function isPreviewed(bench) {
  return bench.page.frames().some((frame) => frame.url() === 'about:srcdoc');
}

/** The language servers that this VS Code has started: their working folder is its storage. */
export function serverProcesses(folder) {
  return fs.readdirSync('/proc').filter((pid) => {
    try {
      const words = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return words.includes('\0lsp\0--stdio') && fs.readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  });
}

---@brief
---
--- Tagwright: write a comment, get markup. Private, on your own machine.
---
--- Install the server with `pipx install tagwright`; then `vim.lsp.enable('tagwright')` and
--- `vim.lsp.buf.code_action()` with the cursor in a comment.

---@type vim.lsp.Config
return {
  cmd = { 'tagwright', 'lsp', '--stdio' },
  -- stylua: ignore
  filetypes = {
    'html', 'xhtml', 'htmlangular', 'htmldjango', 'jinja', 'jinja2', 'htmljinja', 'twig', 'liquid',
    'eruby', 'eelixir', 'heex', 'ejs', 'php', 'blade', 'handlebars', 'mustache', 'html.handlebars',
    'gotmpl', 'gohtmltmpl', 'template', 'vue', 'svelte', 'astro', 'javascriptreact', 'typescriptreact',
    'markdown',
  },
  root_markers = { 'package.json', 'pyproject.toml', '.git' },
  settings = {
    tagwright = {
      -- model = '/path/to/model.gguf', adapter = '/path/to/adapter', comment = 'keep',
    },
  },
}

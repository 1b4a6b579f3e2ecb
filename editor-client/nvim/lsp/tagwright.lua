---@brief
---
--- Tagwright: write a comment, get markup. Private, on your own machine.
---
--- Install the server with `pipx install tagwright`; then `vim.lsp.enable('tagwright')` and
--- `vim.lsp.buf.code_action()` with the cursor in a comment.

---@type vim.lsp.Config
return {
  cmd = { 'tagwright', 'lsp', '--stdio' },
  filetypes = { 'html' },
  root_markers = { '.git' },
  settings = {
    tagwright = {
      -- model = '/path/to/model.gguf', adapter = '/path/to/adapter', comment = 'keep',
    },
  },
}

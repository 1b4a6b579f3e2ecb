--- What users call; see |tagwright|.
local M = {}

--- Set options, at any time: settings reach a running server at once.
---
---@param options? tagwright.Options
function M.setup(options)
  vim.g.tagwright = vim.tbl_deep_extend('force', vim.g.tagwright or {}, options or {})
  -- Without this a configuration would load the client at startup.
  if package.loaded['tagwright.client'] then
    require('tagwright.client').tell_settings()
  end
end

--- What Tagwright is doing, for a statusline: '' where it is not attached.
---
---@return string
function M.status()
  local client = package.loaded['tagwright.client'] and require('tagwright.client').of(0)
  return client and require('tagwright.state').short(client) or ''
end

--- Insert the ghost text that is shown. Neovim 0.12.
---
---@return boolean # whether there was one
function M.accept()
  return vim.lsp.inline_completion ~= nil and vim.lsp.inline_completion.get()
end

return M

---@class tagwright.Options
---@field cmd? string[] how to start the server
---@field settings? table<string, any> the server's settings
---@field filetypes? string[] where it is started
---@field autostart? boolean
---@field inline_completion? boolean ghost text, in Neovim 0.12
---@field accept_key? string|false the key that accepts ghost text

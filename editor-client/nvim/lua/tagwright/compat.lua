--- What Neovim calls differently from version to version.
local M = {}

local methods = vim.fn.has('nvim-0.11') == 1

--- Call a function of a client, which became a method in 0.11.
function M.call(client, name, ...)
  if methods then
    return client[name](client, ...)
  end
  return client[name](...)
end

--- All running clients of Tagwright.
function M.clients()
  local all = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  return vim.tbl_filter(function(client)
    return client.name == 'tagwright' and not M.call(client, 'is_stopped')
  end, all)
end

--- Buffers that a client is attached to.
function M.buffers(client)
  return vim.tbl_filter(function(buffer)
    return vim.lsp.buf_is_attached(buffer, client.id)
  end, vim.api.nvim_list_bufs())
end

--- The path of Neovim's log of language servers.
function M.log_path()
  if vim.lsp.log and vim.lsp.log.get_filename then
    return vim.lsp.log.get_filename()
  end
  return vim.lsp.get_log_path()
end

--- Say something to the user.
function M.say(text, level)
  vim.notify('Tagwright: ' .. text, level or vim.log.levels.INFO)
end

return M

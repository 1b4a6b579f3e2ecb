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

--- Apply edits with the cursor staying where it is: Neovim 0.7 moves it when lines are inserted
--- below it. Returns what apply returns.
function M.keeping_cursor(apply)
  if vim.fn.has('nvim-0.8') == 1 then
    return apply()
  end
  local space = vim.api.nvim_create_namespace('tagwright')
  local window, buffer = vim.api.nvim_get_current_win(), vim.api.nvim_get_current_buf()
  local row, column = unpack(vim.api.nvim_win_get_cursor(window))
  local mark = vim.api.nvim_buf_set_extmark(buffer, space, row - 1, column, {})
  local result = apply()
  local at = vim.api.nvim_buf_get_extmark_by_id(buffer, space, mark, {})
  vim.api.nvim_buf_del_extmark(buffer, space, mark)
  vim.api.nvim_win_set_cursor(window, { at[1] + 1, at[2] })
  return result
end

--- Say something to the user.
function M.say(text, level)
  vim.notify('Tagwright: ' .. text, level or vim.log.levels.INFO)
end

return M

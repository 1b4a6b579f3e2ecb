--- What is set up in a buffer that Tagwright was attached to.
local compat = require('tagwright.compat')

local M = {}

-- LSP numbers them from 1.
local LEVELS = {
  vim.log.levels.ERROR,
  vim.log.levels.WARN,
  vim.log.levels.INFO,
  vim.log.levels.DEBUG,
}

local function listen(client)
  client.handlers['tagwright/status'] = function(_, state)
    require('tagwright.state').tell(client.id, state)
  end
  client.handlers['window/showMessage'] = function(_, message)
    require('tagwright.request').shown(message.message)
    compat.say(message.message, LEVELS[message.type])
    return message
  end
  client.handlers['workspace/applyEdit'] = function(...)
    local arguments = { ... }
    return compat.keeping_cursor(function()
      return vim.lsp.handlers['workspace/applyEdit'](unpack(arguments))
    end)
  end
end

-- Neovim 0.8 does the same by itself.
local function use_omnifunc(buffer)
  local set = vim.bo[buffer].omnifunc
  if set == '' or set:match('complete#') then
    vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc'
  end
end

-- Before Neovim 0.11 the line breaks of an accepted completion came out as NUL, and its edits of
-- other places were left out.
local function finish_completion(client, buffer)
  local item = vim.v.completed_item
  local ours = vim.tbl_get(item, 'user_data', 'nvim', 'lsp', 'completion_item')
  if not ours or ours.detail ~= 'Tagwright' then
    return
  end
  local lines = vim.split(vim.api.nvim_get_current_line(), '\0', { plain = true })
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local behind = #table.concat(lines, '\0') - column
  vim.api.nvim_buf_set_lines(buffer, row - 1, row, true, lines)
  vim.api.nvim_win_set_cursor(0, { row + #lines - 1, #lines[#lines] - behind })
  if ours.additionalTextEdits then
    vim.lsp.util.apply_text_edits(ours.additionalTextEdits, buffer, client.offset_encoding)
  end
end

local ACCEPT = 'Tagwright: accept the ghost text'

-- asked: whether the user named the key; if not, it is only taken where it has no mapping.
local function map_accept(buffer, key, asked)
  local before = vim.fn.maparg(key, 'i', false, true)
  if before.desc == ACCEPT or (not asked and not vim.tbl_isempty(before)) then
    return
  end
  vim.keymap.set('i', key, function()
    if require('tagwright').accept() then
      return ''
    end
    -- Neovim maps <Tab> itself, to jump in snippets.
    return before.callback and before.expr == 1 and before.callback() or key
  end, { buffer = buffer, expr = true, desc = ACCEPT })
end

--- Called for each buffer.
function M.attached(client, buffer)
  listen(client)
  local options = vim.g.tagwright or {}
  if vim.fn.has('nvim-0.8') == 0 then
    use_omnifunc(buffer)
  end
  if vim.lsp.completion then
    -- Tab stops of an accepted completion; nothing is shown without being asked for.
    vim.lsp.completion.enable(true, client.id, buffer, { autotrigger = false })
  else
    vim.api.nvim_create_autocmd('CompleteDone', {
      group = vim.api.nvim_create_augroup('tagwright.completion.' .. buffer, {}),
      buffer = buffer,
      desc = 'Tagwright: line breaks of completions',
      callback = function()
        finish_completion(client, buffer)
      end,
    })
  end
  if vim.lsp.inline_completion and options.inline_completion ~= false then
    vim.lsp.inline_completion.enable(true, { client_id = client.id })
    if options.accept_key ~= false then
      map_accept(buffer, options.accept_key or '<C-l>', options.accept_key ~= nil)
    end
  end
end

return M

--- The command :Tagwright.
local compat = require('tagwright.compat')

local M = {}

--- The given lines; the selection itself where the command was typed on one within these lines.
local function given_range(command, buffer, encoding)
  local start, stop = vim.fn.getpos("'<"), vim.fn.getpos("'>")
  local selected = vim.fn.visualmode() == 'v'
    and start[2] == command.line1
    and stop[2] == command.line2
  local last = vim.api.nvim_buf_get_lines(buffer, command.line2 - 1, command.line2, false)[1] or ''
  -- Bytes from 0, the last one included; beyond the line where '$' was selected.
  local from = selected and start[3] - 1 or 0
  local to = math.max(math.min(selected and stop[3] - 1 or #last, #last - 1), 0)
  return vim.lsp.util.make_given_range_params(
    { command.line1, from },
    { command.line2, to },
    buffer,
    encoding
  ).range
end

-- Returns the buffer, its client, and the argument that says what is meant.
local function place(command)
  local buffer = vim.api.nvim_get_current_buf()
  local client = require('tagwright.client').ensure(buffer)
  if not client then
    return
  end
  local argument = { uri = vim.uri_from_bufnr(buffer) }
  if command.range > 0 then
    argument.range = given_range(command, buffer, client.offset_encoding)
  else
    argument.position = vim.lsp.util.make_position_params(0, client.offset_encoding).position
  end
  return buffer, client, argument
end

local function at_prompt(name)
  return function(command)
    local buffer, client, argument = place(command)
    if client then
      -- The server has the editor apply the edit.
      require('tagwright.request').execute(client, buffer, name, argument, function() end)
    end
  end
end

local subcommands = {}

subcommands.generate = at_prompt('tagwright.generate')
subcommands.regenerate = at_prompt('tagwright.regenerate')
subcommands.replace = at_prompt('tagwright.replace')

function subcommands.rewrite(command, words)
  if command.range == 0 then
    compat.say('select markup to rewrite, or give a range of lines.', vim.log.levels.WARN)
    return
  end
  local buffer, client, argument = place(command)
  if not client then
    return
  end
  argument.instruction = words ~= '' and words or nil
  require('tagwright.request').execute(client, buffer, 'tagwright.rewrite', argument, function() end)
end

function subcommands.variants(command)
  local buffer, client, argument = place(command)
  if client then
    require('tagwright.variants').choose(client, buffer, argument)
  end
end

function subcommands.status()
  local buffer = vim.api.nvim_get_current_buf()
  local client = require('tagwright.client').ensure(buffer)
  if not client then
    return
  end
  require('tagwright.request').execute(client, buffer, 'tagwright.status', nil, function(state)
    compat.say(table.concat(require('tagwright.state').lines(state), '\n'))
  end)
end

function subcommands.log()
  vim.cmd('tabedit + ' .. vim.fn.fnameescape(compat.log_path()))
  vim.bo.readonly = true
  vim.bo.modifiable = false
end

function subcommands.restart()
  require('tagwright.client').restart()
end

function subcommands.cancel()
  require('tagwright.request').cancel()
end

--- Run what was typed.
function M.run(command)
  local name, words = command.args:match('^(%S*)%s*(.*)$')
  name = name == '' and 'generate' or name
  local subcommand = subcommands[name]
  if not subcommand then
    compat.say(
      ('there is no :Tagwright %s; there are %s.'):format(name, table.concat(M.names(), ', ')),
      vim.log.levels.ERROR
    )
    return
  end
  subcommand(command, words)
end

--- All subcommands, sorted.
function M.names()
  local names = vim.tbl_keys(subcommands)
  table.sort(names)
  return names
end

--- What can stand behind :Tagwright in this command line.
function M.complete(line)
  local typed = line:match('Tagwright%s+(%S*)$')
  if not typed then
    return {}
  end
  return vim.tbl_filter(function(name)
    return vim.startswith(name, typed)
  end, M.names())
end

return M

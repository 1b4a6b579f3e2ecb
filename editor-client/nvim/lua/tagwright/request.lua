--- Requests that take a while: one echoed line, cancelling, and one message for each failure.
local compat = require('tagwright.compat')

local M = {}

local running = {} ---@type table<integer, table> client by request id
local last_shown ---@type string?

--- Remember what the server showed, so that the error of the same sentence isn't shown again.
function M.shown(message)
  last_shown = message
end

local function echo(text)
  vim.api.nvim_echo({ { text } }, false, {})
end

--- Execute a command of the server. done: gets the result; not called after an error.
function M.execute(client, buffer, name, argument, done)
  last_shown = nil
  local id
  local function handle(err, result)
    running[id] = nil
    if err then
      if err.message ~= last_shown then
        compat.say(err.message, vim.log.levels.WARN)
      end
      return
    end
    echo('')
    done(result)
  end
  local params = { command = name, arguments = argument and { argument } or nil }
  local sent
  sent, id = compat.call(client, 'request', 'workspace/executeCommand', params, handle, buffer)
  if not sent then
    compat.say('the server has ended; :Tagwright restart starts it again.', vim.log.levels.ERROR)
    return
  end
  running[id] = client
  echo('Tagwright: generating… (:Tagwright cancel stops it)')
end

--- Cancel all that runs.
function M.cancel()
  local count = 0
  for id, client in pairs(running) do
    compat.call(client, 'cancel_request', id)
    count = count + 1
  end
  -- Neovim does not call the handler of a request that was cancelled.
  running = {}
  compat.say(count > 0 and 'cancelled; nothing was changed.' or 'nothing is being generated.')
end

return M

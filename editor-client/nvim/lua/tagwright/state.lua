--- What the model is doing, as the server told it (tagwright/status).
local M = {}

local states = {}

--- Take what a client was told.
function M.tell(id, state)
  states[id] = state
  -- A statusline with require('tagwright').status() in it.
  vim.cmd('redrawstatus!')
end

--- A few words for a statusline.
function M.short(client)
  local state = states[client.id] or { state = 'idle' }
  if state.state == 'idle' then
    return 'Tagwright'
  end
  return 'Tagwright: ' .. state.state
end

--- A client's state in lines, from the answer to the command tagwright.status.
function M.lines(state)
  local lines = { 'state: ' .. state.state .. (state.loaded and ', model loaded' or '') }
  for _, name in ipairs({ 'engine', 'model', 'adapter', 'message' }) do
    if state[name] and state[name] ~= '' then
      table.insert(lines, name .. ': ' .. state[name])
    end
  end
  if state.tokensPerSecond and state.tokensPerSecond > 0 then
    table.insert(lines, ('speed: %.0f tokens/s'):format(state.tokensPerSecond))
  end
  return lines
end

return M

--- The language server: its configuration, start and end.
local compat = require('tagwright.compat')

local M = {}

local INITIALIZE_MS = 20000

local started = {} ---@type table<string, integer> clients by folder, in Neovim 0.7

local function base()
  if vim.lsp.config then
    -- With what the user gave to vim.lsp.config().
    return vim.deepcopy(vim.lsp.config.tagwright)
  end
  return dofile(vim.api.nvim_get_runtime_file('lsp/tagwright.lua', false)[1])
end

--- The configuration that the next client is started with.
function M.config(buffer)
  local options = vim.g.tagwright or {}
  local config = base()
  config.name = 'tagwright'
  config.cmd = options.cmd or config.cmd
  config.settings = vim.tbl_deep_extend(
    'force',
    config.settings or {},
    { tagwright = options.settings or vim.empty_dict() }
  )
  if not vim.lsp.protocol.make_client_capabilities().workspace.configuration then
    -- An old Neovim does not say that it answers workspace/configuration.
    config.init_options = config.settings.tagwright
  end
  -- Files outside of all projects share one server, as those without a name.
  if vim.fs and vim.fs.find then
    local path = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
    local marker = vim.fs.find(config.root_markers, { path = path, upward = true })[1]
    config.root_dir = marker and vim.fs.dirname(marker)
  else
    config.root_dir = vim.fn.getcwd()
  end
  if vim.fn.exists('##LspAttach') == 0 then
    config.on_attach = function(client, attached)
      require('tagwright.attach').attached(client, attached)
    end
  end
  return config
end

--- The sentence that says what is missing to start the server, or nil.
function M.missing()
  local program = M.config(0).cmd[1]
  if vim.fn.executable(program) == 1 then
    return nil
  end
  return ("the program %q was not found: install it with 'pipx install tagwright', or say where "):format(
    program
  ) .. 'it is (:help tagwright-cmd), then restart Neovim.'
end

--- The client of a buffer, or nil.
function M.of(buffer)
  buffer = buffer == 0 and vim.api.nvim_get_current_buf() or buffer
  for _, client in ipairs(compat.clients()) do
    if vim.lsp.buf_is_attached(buffer, client.id) then
      return client
    end
  end
end

--- Start a client for a buffer, or attach the one that runs for the same folder.
function M.start(buffer)
  local config = M.config(buffer)
  if vim.lsp.start then
    return vim.api.nvim_buf_call(buffer, function()
      return vim.lsp.start(config)
    end)
  end
  -- Neovim 0.7 does not list clients that are still starting, but knows them by their number.
  local id = started[config.root_dir]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(config)
    started[config.root_dir] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
  return id
end

--- Start for a file that was opened, where the user has not arranged that otherwise.
function M.autostart(buffer)
  if (vim.g.tagwright or {}).autostart == false or vim.api.nvim_buf_get_name(buffer) == '' then
    return
  end
  if vim.lsp.is_enabled and vim.lsp.is_enabled('tagwright') then
    return
  end
  local missing = M.missing()
  if not missing then
    M.start(buffer)
  elseif not M.told then
    M.told = true
    compat.say(missing, vim.log.levels.WARN)
  end
end

--- The client of a buffer, started if need be. Says what is wrong and returns nil if there is none.
function M.ensure(buffer)
  if vim.api.nvim_buf_get_name(buffer) == '' then
    -- Neovim does not find a buffer without a name again when the edit comes.
    compat.say('this buffer has no name yet; save it first: :write page.html', vim.log.levels.WARN)
    return nil
  end
  local client = M.of(buffer)
  if not client then
    local missing = M.missing()
    if missing then
      compat.say(missing, vim.log.levels.ERROR)
      return nil
    end
    M.start(buffer)
    vim.wait(INITIALIZE_MS, function()
      client = M.of(buffer)
      return client ~= nil and client.initialized ~= nil and client.server_capabilities ~= nil
    end, 20)
  end
  if not client or not client.server_capabilities then
    compat.say('the server did not start; :Tagwright log shows why.', vim.log.levels.ERROR)
    return nil
  end
  return client
end

--- Send the settings of the options to all running servers.
function M.tell_settings()
  for _, client in ipairs(compat.clients()) do
    local settings = client.config.settings
    settings.tagwright = vim.tbl_deep_extend(
      'force',
      settings.tagwright or {},
      (vim.g.tagwright or {}).settings or vim.empty_dict()
    )
    compat.call(client, 'notify', 'workspace/didChangeConfiguration', { settings = settings })
  end
end

--- Stop all servers, and start them again in the buffers that had one.
function M.restart()
  local buffers = {}
  local stopping = compat.clients()
  for _, client in ipairs(stopping) do
    vim.list_extend(buffers, compat.buffers(client))
    compat.call(client, 'stop')
  end
  if #buffers == 0 then
    buffers = { vim.api.nvim_get_current_buf() }
  end
  local function stopped()
    for _, client in ipairs(stopping) do
      if vim.lsp.get_client_by_id(client.id) then
        return false
      end
    end
    return true
  end
  if not vim.wait(5000, stopped, 20) then
    for _, client in ipairs(stopping) do
      compat.call(client, 'stop', true)
    end
    vim.wait(5000, stopped, 20)
  end
  local missing = M.missing()
  if missing then
    compat.say(missing, vim.log.levels.ERROR)
    return
  end
  for _, buffer in ipairs(buffers) do
    M.start(buffer)
  end
  compat.say('restarted.')
end

return M

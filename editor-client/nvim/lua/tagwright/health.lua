--- :checkhealth tagwright
local M = {}

-- The functions' names up to Neovim 0.9 had "report_" in front.
local health = vim.health or require('health')
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local info = health.info or health.report_info
local warn = health.warn or health.report_warn
local fail = health.error or health.report_error

-- The settings that decide which model is loaded, as flags of the command line.
local FLAGS = {
  engine = '--engine',
  model = '--model',
  adapter = '--adapter',
  baseUrl = '--base-url',
  apiKeyEnv = '--api-key-env',
  codec = '--codec',
}

-- Returns what a program printed, and whether it succeeded.
local function output(command)
  local text = vim.fn.system(command)
  return vim.trim(text), vim.v.shell_error == 0
end

local function check_server(config)
  local program = config.cmd[1]
  local missing = require('tagwright.client').missing()
  if missing then
    fail(missing)
    return
  end
  ok('server: ' .. vim.fn.exepath(program))
  if config.cmd[#config.cmd - 1] ~= 'lsp' then
    info('started in a way of its own: ' .. table.concat(config.cmd, ' '))
    return
  end
  local command = vim.list_slice(config.cmd, 1, #config.cmd - 2)
  local version, runs = output(vim.list_extend(vim.deepcopy(command), { '--version' }))
  if not runs then
    fail(('%s does not run: %s'):format(program, version))
    return
  end
  ok('version: ' .. version)
  local doctor = vim.list_extend(command, { 'doctor' })
  for name, value in pairs(config.settings.tagwright or {}) do
    if FLAGS[name] and value ~= '' then
      vim.list_extend(doctor, { FLAGS[name], tostring(value) })
    end
  end
  local report, well = output(doctor)
  local tell = well and ok or fail
  tell('tagwright doctor:\n' .. report)
end

local function check_clients()
  local clients = require('tagwright.compat').clients()
  if #clients == 0 then
    warn('attached nowhere yet: open a file with markup, for example page.html.')
  end
  for _, client in ipairs(clients) do
    local buffers = require('tagwright.compat').buffers(client)
    ok(('attached to %d buffer(s), folder %s'):format(#buffers, client.config.root_dir or 'none'))
  end
end

function M.check()
  start('Tagwright')
  if vim.lsp.inline_completion then
    ok('this Neovim has ghost text')
  else
    info('ghost text comes with Neovim 0.12; completion is on <C-x><C-o>')
  end
  check_server(require('tagwright.client').config(0))
  check_clients()
end

return M

-- Everything else is loaded when it is first needed.
if vim.g.loaded_tagwright or vim.fn.has('nvim-0.7') == 0 then
  return
end
vim.g.loaded_tagwright = true

vim.api.nvim_create_user_command('Tagwright', function(command)
  require('tagwright.command').run(command)
end, {
  nargs = '*',
  range = true,
  desc = 'Tagwright: write a comment, get markup',
  complete = function(_, line)
    return require('tagwright.command').complete(line)
  end,
})

local root = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h')
local known = dofile(root .. '/lsp/tagwright.lua').filetypes
local group = vim.api.nvim_create_augroup('tagwright', {})

vim.api.nvim_create_autocmd('FileType', {
  group = group,
  desc = 'Start Tagwright in files that hold markup',
  callback = function(event)
    local wanted = (vim.g.tagwright or {}).filetypes or known
    if vim.bo[event.buf].buftype == '' and vim.tbl_contains(wanted, event.match) then
      require('tagwright.client').autostart(event.buf)
    end
  end,
})

-- Neovim 0.7 has no such event; there the client that we start calls the same function.
if vim.fn.exists('##LspAttach') == 1 then
  vim.api.nvim_create_autocmd('LspAttach', {
    group = group,
    desc = 'Ghost text and messages of Tagwright',
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == 'tagwright' then
        require('tagwright.attach').attached(client, event.buf)
      end
    end,
  })
end

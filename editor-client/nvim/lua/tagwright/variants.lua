--- Several answers to choose one of.
local compat = require('tagwright.compat')

local M = {}

local function in_one_line(variant)
  return (variant.html:gsub('%s+', ' '))
end

--- Have variants written, and apply the one that the user chooses.
function M.choose(client, buffer, argument)
  require('tagwright.request').execute(client, buffer, 'tagwright.variants', argument, function(found)
    local tick = vim.api.nvim_buf_get_changedtick(buffer)
    vim.ui.select(
      found,
      { prompt = 'Tagwright: which one?', format_item = in_one_line, kind = 'tagwright' },
      function(variant)
        if not variant then
          return
        end
        if vim.api.nvim_buf_get_changedtick(buffer) ~= tick then
          compat.say(
            'the page changed while you chose, so nothing was inserted; ask for variants again.',
            vim.log.levels.WARN
          )
          return
        end
        compat.keeping_cursor(function()
          vim.lsp.util.apply_workspace_edit(variant.edit, client.offset_encoding)
        end)
      end
    )
  end)
end

return M

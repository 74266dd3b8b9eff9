-- Run by Neovim (0.7 or later) in the fixture workspace: opens a draft, waits for its diagnostics, mends one by a code
-- action as a person would, and writes what it saw as JSON to the file named by FACTLINT_RESULT.
local seen = { actions = {} }
local LONG = 20000 -- milliseconds until an event is taken never to come

local function codes()
  local found = vim.diagnostic.get(0)
  table.sort(found, function(a, b) return a.lnum < b.lnum or (a.lnum == b.lnum and a.col < b.col) end)
  return vim.tbl_map(function(it) return it.code or it.user_data.lsp.code end, found)
end

-- Instead of a menu: the first action that is asked for, and a note of all that were offered.
local function choose(title)
  vim.ui.select = function(items, options, on_choice)
    for index, item in ipairs(items) do
      local shown = options.format_item(item)
      table.insert(seen.actions, shown)
      if shown == title then return on_choice(item, index) end
    end
  end
  vim.lsp.buf.code_action()
end

vim.cmd('edit drafts/stakes.md')
local client = vim.lsp.start_client({
  name = 'factlint',
  cmd = { os.getenv('FACTLINT_NODE'), os.getenv('FACTLINT_CLI'), 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
  workspace_folders = { { uri = vim.uri_from_fname(vim.fn.getcwd()), name = 'workspace' } },
})
vim.lsp.buf_attach_client(0, client)

seen.arrived = vim.wait(LONG, function() return #codes() >= 3 end, 20)
seen.before = codes()
vim.fn.search('34%')
choose('Change to 43%')
seen.changed = vim.wait(LONG, function() return vim.fn.getline(3):find('43%', 1, true) ~= nil end, 20)
seen.line = vim.fn.getline(3)
seen.rechecked = vim.wait(LONG, function() return #codes() == 2 end, 20)
seen.after = codes()

local file = assert(io.open(os.getenv('FACTLINT_RESULT'), 'w'))
file:write(vim.json.encode(seen))
file:close()
vim.cmd('qall!')

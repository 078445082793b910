-- What a person does in Neovim with the language server; run by neovim.test.ts.
-- Reads its orders from the environment, writes what it saw as JSON.

local node, server = vim.env.GLOSSATOR_NODE, vim.env.GLOSSATOR_SERVER
local text, out = vim.env.GLOSSATOR_TEXT, vim.env.GLOSSATOR_OUT
local folder = vim.fn.fnamemodify(text, ':h')
local seen = {}

local function wait_for(what, condition)
  if not vim.wait(10000, condition, 20) then error('waited in vain for ' .. what) end
end

local function session()
  vim.cmd('filetype on')
  vim.cmd('edit ' .. vim.fn.fnameescape(text))
  local buffer = vim.api.nvim_get_current_buf()
  local start = vim.lsp.start_client or vim.lsp.start
  local id = start({ name = 'glossator', cmd = { node, server, '--stdio' }, root_dir = folder })
  vim.lsp.buf_attach_client(buffer, id)
  wait_for('initialize', function()
    local client = vim.lsp.get_client_by_id(id)
    return client ~= nil and client.initialized
  end)
  local client = vim.lsp.get_client_by_id(id)
  seen.encoding = client.offset_encoding

  -- The LSP position of a passage's start or end, in the encoding that was agreed on.
  local function position(passage, at_end)
    for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
      local first, last = line:find(passage, 1, true)
      if first then
        local bytes = at_end and last or first - 1
        local utf32, utf16 = vim.str_utfindex(line, bytes)
        local units = { ['utf-8'] = bytes, ['utf-16'] = utf16, ['utf-32'] = utf32 }
        return { line = number - 1, character = units[client.offset_encoding] }
      end
    end
    error('the text has no ' .. passage)
  end

  local uri = vim.uri_from_bufnr(buffer)
  local function ask(method, params)
    local answers, problem = vim.lsp.buf_request_sync(buffer, method, params, 10000)
    if not answers then error(method .. ': ' .. tostring(problem)) end
    local answer = answers[id]
    if answer.error then error(method .. ': ' .. answer.error.message) end
    return answer.result
  end
  local function at(passage)
    return { textDocument = { uri = uri }, position = position(passage, false) }
  end

  wait_for('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  seen.diagnostics = vim.tbl_map(function(found)
    return { code = found.code, line = found.lnum, message = found.message }
  end, vim.diagnostic.get(buffer))
  seen.hover = ask('textDocument/hover', at('25 thousand'))
  seen.definition = ask('textDocument/definition', at('Syromolotov added'))
  seen.tag = ask('workspace/executeCommand', {
    command = 'glossator.tag',
    arguments = { {
      uri = uri,
      range = { start = position('Oleg Syromolotov', false), ['end'] = position('Oleg Syromolotov', true) },
      label = 'PER',
    } },
  })
  vim.cmd('silent wall')

  -- Typing above the tag, then saving: the server sends the sidecar's new offsets.
  vim.api.nvim_buf_set_lines(buffer, 0, 0, false, { 'A line above.', '' })
  vim.cmd('silent write')
  local sidecar = text .. '.tags.json'
  wait_for('the sidecar to follow', function()
    vim.cmd('silent wall')
    local lines = vim.fn.readfile(sidecar)
    return table.concat(lines, '\n'):find('"start": ?' .. vim.env.GLOSSATOR_START_AFTER) ~= nil
  end)
end

local ok, problem = xpcall(session, debug.traceback)
if not ok then seen.problem = tostring(problem) end
vim.fn.writefile({ vim.fn.json_encode(seen) }, out)
vim.cmd('qall!')

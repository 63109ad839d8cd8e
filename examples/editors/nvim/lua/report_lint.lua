-- report-lint in Neovim 0.7 or newer: require("report_lint").setup() shows the findings as diagnostics,
-- when a report is opened, when it is saved and when insert mode ends.
local M = {}

local namespace = vim.api.nvim_create_namespace("report-lint")
local severities = {
  error = vim.diagnostic.severity.ERROR,
  warning = vim.diagnostic.severity.WARN,
  info = vim.diagnostic.severity.INFO,
}

-- Neovim counts lines and bytes from 0.
local function diagnostic(one)
  if one.error then
    return { lnum = 0, col = 0, message = one.error.message, source = "report-lint" }
  end
  local help = one.help ~= vim.NIL and ("\n" .. one.help) or ""
  return {
    lnum = one.range.start.line - 1,
    col = one.range.start.column - 1,
    end_lnum = one.range["end"].line - 1,
    end_col = one.range["end"].column - 1,
    severity = severities[one.severity],
    message = one.message .. help,
    code = one.code,
    source = "report-lint",
  }
end

-- Checks a buffer as it is, saved or not; an answer for a text that has changed since is dropped.
function M.check(buffer)
  buffer = buffer == 0 and vim.api.nvim_get_current_buf() or buffer
  local tick = vim.api.nvim_buf_get_changedtick(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local command = { "report-lint", "check", "--format", "jsonl", "--columns", "utf8", "--stdin-filename", name, "-" }
  local job = vim.fn.jobstart(command, {
    stdout_buffered = true,
    on_stdout = function(_, lines)
      if not vim.api.nvim_buf_is_valid(buffer) or vim.api.nvim_buf_get_changedtick(buffer) ~= tick then
        return
      end
      local found = {}
      for _, line in ipairs(lines) do
        if line:sub(1, 1) == "{" then
          table.insert(found, diagnostic(vim.json.decode(line)))
        end
      end
      vim.diagnostic.set(namespace, buffer, found)
    end,
  })
  vim.fn.chansend(job, table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n") .. "\n")
  vim.fn.chanclose(job, "stdin")
end

function M.setup(options)
  if vim.fn.executable("report-lint") == 0 then
    vim.notify("report-lint is not on the PATH", vim.log.levels.WARN)
    return
  end
  local patterns = options and options.pattern or { "*法治政府*.txt", "*法治政府*.md" }
  vim.api.nvim_create_autocmd({ "BufReadPost", "BufWritePost", "InsertLeave" }, {
    pattern = patterns,
    callback = function(event)
      vim.schedule(function() -- reading a file counts as a change until the event is over
        M.check(event.buf)
      end)
    end,
  })
end

return M

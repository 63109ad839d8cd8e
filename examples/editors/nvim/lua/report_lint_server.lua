-- report-lint's language server in Neovim 0.7 or newer: require("report_lint_server").setup() starts it for reports.
-- Diagnostics while writing, vim.lsp.buf.hover(), vim.lsp.buf.code_action() and vim.lsp.buf.document_symbol() work.
local M = {}

local clients = {} -- by root folder, for Neovim without vim.lsp.start

function M.start(buffer)
  local root = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":p:h")
  local config = { name = "report-lint", cmd = { "report-lint", "server" }, root_dir = root }
  if vim.lsp.start then
    return vim.lsp.start(config, { bufnr = buffer })
  end
  clients[root] = clients[root] or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, clients[root])
  return clients[root]
end

function M.setup(options)
  local patterns = options and options.pattern or { "*法治政府*.txt", "*法治政府*.md" }
  vim.api.nvim_create_autocmd("BufReadPost", {
    pattern = patterns,
    callback = function(event)
      M.start(event.buf)
    end,
  })
end

return M

" :compiler report-lint, then :make fills the quickfix list; for Vim and Neovim.
" Vim counts columns in bytes.
if exists('current_compiler')
  finish
endif
let current_compiler = 'report-lint'

CompilerSet makeprg=report-lint\ check\ --format\ concise\ --color\ never\ --columns\ utf8\ %:p:S
" What the program says about a file it cannot read is listed too; the closing lines are not.
CompilerSet errorformat=%f:%l:%c:\ %trror\ %m,%f:%l:%c:\ %tarning\ %m,%f:%l:%c:\ %tnfo\ %m,%trror:\ %m,%-G%.%#

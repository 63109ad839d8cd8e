" report-lint for ALE: checks the buffer as it is typed, saved or not.
" ALE counts columns in bytes, and the end of a place is its last one.
let s:types = {'error': 'E', 'warning': 'W', 'info': 'I'}

function! ale_linters#text#report_lint#Handle(buffer, lines) abort
  let l:found = []
  for l:line in a:lines
    if l:line[0] isnot# '{'
      continue
    endif
    let l:one = json_decode(l:line)
    if has_key(l:one, 'error')
      call add(l:found, {'lnum': 1, 'type': 'E', 'text': l:one.error.message})
      continue
    endif
    let l:help = l:one.help is v:null ? '' : '（' . l:one.help . '）'
    call add(l:found, {
    \ 'lnum': l:one.range.start.line,
    \ 'col': l:one.range.start.column,
    \ 'end_lnum': l:one.range.end.line,
    \ 'end_col': l:one.range.end.column - 1,
    \ 'type': s:types[l:one.severity],
    \ 'code': l:one.code,
    \ 'text': l:one.message . l:help,
    \})
  endfor
  return l:found
endfunction

call ale#linter#Define('text', {
\ 'name': 'report_lint',
\ 'executable': 'report-lint',
\ 'command': '%e check --format jsonl --columns utf8 --stdin-filename %s -',
\ 'callback': 'ale_linters#text#report_lint#Handle',
\})

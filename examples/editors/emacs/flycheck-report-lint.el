;;; flycheck-report-lint.el --- report-lint for Flycheck  -*- lexical-binding: t; coding: utf-8 -*-

;;; Commentary:

;; Checks the buffer as it is, saved or not.  Emacs counts columns in characters, as report-lint does.

;;; Code:

(require 'flycheck)

(flycheck-define-checker report-lint
  "A checker of annual reports on rule-of-law government."
  :command ("report-lint" "check" "--format" "concise" "--color" "never"
            "--stdin-filename" (eval (or (buffer-file-name) "report.txt")) "-")
  :standard-input t
  :error-patterns
  ((error line-start (file-name (minimal-match (one-or-more not-newline))) ":" line ":" column
          ": error " (id (= 3 upper) (= 3 digit)) " " (message) line-end)
   (warning line-start (file-name (minimal-match (one-or-more not-newline))) ":" line ":" column
            ": warning " (id (= 3 upper) (= 3 digit)) " " (message) line-end)
   (info line-start (file-name (minimal-match (one-or-more not-newline))) ":" line ":" column
         ": info " (id (= 3 upper) (= 3 digit)) " " (message) line-end))
  :modes (text-mode markdown-mode))

(add-to-list 'flycheck-checkers 'report-lint)
(add-to-list 'process-coding-system-alist '("report-lint" . utf-8))

(provide 'flycheck-report-lint)
;;; flycheck-report-lint.el ends here

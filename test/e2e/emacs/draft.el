;;; Run by Emacs in batch mode, in the fixture workspace: opens a draft, waits for its diagnostics, mends one by a code
;;; action as a person would, and writes what it saw as JSON to the file named by FACTLINT_RESULT.
(require 'eglot)
(require 'json)
(package-initialize)

(defconst patience 30 "Seconds until an event is taken never to come.")

(defun wait-until (holds)
  "Reads what the server says until HOLDS; whether it did."
  (let ((end (+ (float-time) patience)))
    (while (and (not (funcall holds)) (< (float-time) end))
      (accept-process-output nil 0.05)
      ;; Emacs has no idle time in batch mode: its timers are given a turn.
      (sit-for 0))
    (and (funcall holds) t)))

(defun found ()
  "The messages of the diagnostics in the buffer, in reading order."
  (mapcar #'flymake-diagnostic-text
          (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(add-to-list 'eglot-server-programs
             `(text-mode . (,(getenv "FACTLINT_NODE") ,(getenv "FACTLINT_CLI") "lsp" "--stdio")))
(setq eglot-sync-connect t
      eglot-autoreconnect nil)

(let (arrived before offered changed after)
  (find-file "drafts/stakes.md")
  (text-mode)
  (apply #'eglot (eglot--guess-contact))
  (setq arrived (wait-until (lambda () (>= (length (found)) 3)))
        before (found))
  (goto-char (point-min))
  (search-forward "34%")
  ;; Instead of a menu: the action that is asked for, and a note of all that were offered.
  (cl-letf ((last-nonmenu-event t) ; from the keyboard, not by the mouse
            ((symbol-function 'completing-read)
             (lambda (_prompt choices &rest _)
               (setq offered (mapcar (lambda (it) (if (consp it) (car it) it)) choices))
               "Change to 43%")))
    (eglot-code-actions (- (point) 3) (point) nil t))
  (setq changed (wait-until (lambda () (string-match-p "43% of Nissan" (buffer-string)))))
  (eglot--signal-textDocument/didChange)
  (wait-until (lambda () (= (length (found)) 2)))
  (setq after (found))
  (with-temp-file (getenv "FACTLINT_RESULT")
    (insert (json-encode `((arrived . ,arrived)
                           (before . ,(vconcat before))
                           (offered . ,(vconcat offered))
                           (changed . ,changed)
                           (after . ,(vconcat after))))))
  (eglot-shutdown (eglot-current-server)))

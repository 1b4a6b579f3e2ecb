;; Opens page.html in the current folder, connects, and does what the tests look at: the command
;; with one undo step, then the code action, saved.  -*- lexical-binding: t; -*-
(setq jsonrpc-default-request-timeout 120)
(defun wait-for (happened)
  "Let Emacs work until HAPPENED returns something, two minutes at most."
  (let ((end (+ (float-time) 120)))
    (while (not (funcall happened))
      (when (> (float-time) end) (error "Waited in vain: %s" (buffer-string)))
      (accept-process-output nil 0.05))))

(load (getenv "TAGWRIGHT_EL"))
(when (getenv "TAGWRIGHT_SCRIPT")
  (setq tagwright-settings (list :engine "scripted" :model (getenv "TAGWRIGHT_SCRIPT"))))
(setq eglot-sync-connect 120 eglot-connect-timeout 120)
(find-file "page.html")
(html-mode)
(setq buffer-undo-list nil)
(apply #'eglot (eglot--guess-contact))

(let ((page (buffer-string)))
  (goto-char (point-min))
  (search-forward "<!-- a")
  (tagwright-generate)
  (wait-for (lambda () (not (equal (buffer-string) page))))
  (write-region nil nil "command.html")
  (undo-boundary)
  (undo)
  (write-region nil nil "undone.html"))

(let ((action (seq-find (lambda (action) (equal (plist-get action :title) "Generate HTML"))
                        (eglot-code-actions (point) (point)))))
  (eglot-execute (eglot-current-server) action)
  (save-buffer))
(eglot-shutdown (eglot-current-server))

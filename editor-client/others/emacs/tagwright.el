;;; tagwright.el --- Write a comment, get markup  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: Apache-2.0
;; Package-Requires: ((emacs "29.1"))
;; Keywords: languages, tools

;;; Commentary:

;; Tagwright in Emacs by way of Eglot, which is part of Emacs from version 29:
;;
;;   (load "/path/to/editor-client/others/emacs/tagwright.el")
;;   (add-hook 'html-mode-hook #'eglot-ensure)
;;
;; Then, with point in a comment: M-x tagwright-generate, or M-x eglot-code-actions for all
;; that can be done there.  Below a comment, completion offers the markup.

;;; Code:

(require 'eglot)

(defgroup tagwright nil
  "Write a comment, get markup."
  :group 'tools)

(defcustom tagwright-command '("tagwright" "lsp" "--stdio")
  "The command that starts the server."
  :type '(repeat string))

(defcustom tagwright-settings nil
  "The server's settings as a property list, for example (:comment \"replace\").
`tagwright settings' in a shell lists them."
  :type 'plist)

(defun tagwright--contact (&optional _interactive _project)
  "Return how Eglot starts the server."
  `(,@tagwright-command :initializationOptions ,(or tagwright-settings eglot--{})))

(add-to-list
 'eglot-server-programs
 ;; Modes that are not named as the language is: by the file's name.
 '((html-mode mhtml-mode html-ts-mode web-mode vue-mode vue-ts-mode svelte-mode php-mode
              php-ts-mode markdown-mode gfm-mode)
   . tagwright--contact))

(defun tagwright--do (command)
  "Have the server execute COMMAND for the comment at point or for the region.
Emacs can be used meanwhile; the server has it apply the edit."
  (let ((server (eglot-current-server))
        (where (list :start (eglot--pos-to-lsp-position
                             (if (use-region-p) (region-beginning) (point)))
                     :end (eglot--pos-to-lsp-position (if (use-region-p) (region-end) (point))))))
    (unless server
      (user-error "Tagwright is not connected: M-x eglot starts it"))
    (eglot--signal-textDocument/didChange)
    (message "Tagwright: generating...")
    (jsonrpc-async-request
     server :workspace/executeCommand
     (list :command command
           :arguments (vector (list :uri (plist-get (eglot--TextDocumentIdentifier) :uri)
                                    :range where)))
     :timeout nil
     :success-fn (lambda (_result) (message "Tagwright: done."))
     :error-fn (lambda (problem) (message "Tagwright: %s" (plist-get problem :message))))))

;;;###autoload
(defun tagwright-generate ()
  "Generate the markup that the comment at point or the selected words ask for."
  (interactive)
  (tagwright--do "tagwright.generate"))

;;;###autoload
(defun tagwright-regenerate ()
  "Replace what was generated from the comment at point."
  (interactive)
  (tagwright--do "tagwright.regenerate"))

;;;###autoload
(defun tagwright-rewrite ()
  "Change the selected markup as the comment above it says."
  (interactive)
  (tagwright--do "tagwright.rewrite"))

(provide 'tagwright)
;;; tagwright.el ends here

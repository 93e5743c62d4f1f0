// Monaco's worker: it computes what would hold up typing. An entry of its own, so that the bundler makes it a file of the page.
import 'monaco-editor/editor/editor.worker'

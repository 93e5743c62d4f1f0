import * as monaco from 'monaco-editor/editor'
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices'
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/readOnlyMessage/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordOperations/register'
import { InMemoryStorageService } from 'monaco-editor/platform/storage/common/storage'
import { keyRules } from './key-rules'
import { JSON_CONFIGURATION, JSON_TOKENS } from './json-language'
import { editorTheme } from './editor-theme'
import { VTL_CONFIGURATION } from './vtl/language-configuration'
import { VTL_TOKENS } from './vtl/monarch'
import { provideVtl } from './vtl/providers'
import { YAML_CONFIGURATION, YAML_TOKENS } from './yaml-language'

// Everything of Monaco is imported here and nowhere else: this file is a chunk of its own, loaded with the first editor.

globalThis.MonacoEnvironment = {
  getWorker: () => new Worker(new URL('./editor-worker.ts', import.meta.url), { type: 'module' }),
}

// What a proposal does is shown beside the list from the first time on. Services are given before anything asks for one.
const memory = new InMemoryStorageService()
memory.store('expandSuggestionDocs', true, 0, 0)
StandaloneServices.initialize({ storageService: memory })

for (const scheme of ['dark', 'light'] as const) monaco.editor.defineTheme(`gatewright-${scheme}`, editorTheme(scheme))

monaco.languages.register({ id: 'json' })
monaco.languages.setLanguageConfiguration('json', JSON_CONFIGURATION)
monaco.languages.setMonarchTokensProvider('json', JSON_TOKENS)

monaco.languages.register({ id: 'yaml' })
monaco.languages.setLanguageConfiguration('yaml', YAML_CONFIGURATION)
monaco.languages.setMonarchTokensProvider('yaml', YAML_TOKENS)

monaco.languages.register({ id: 'vtl' })
monaco.languages.setLanguageConfiguration('vtl', VTL_CONFIGURATION)
monaco.languages.setMonarchTokensProvider('vtl', VTL_TOKENS)
provideVtl(monaco)

monaco.editor.addKeybindingRules(keyRules(monaco))

export { monaco }

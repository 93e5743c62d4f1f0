import { extname } from 'node:path'

/** What a handler is written in, which decides how it is made to run. */
export type HandlerLanguage = 'JAVASCRIPT' | 'TYPESCRIPT' | 'PYTHON'

const LANGUAGES = new Map<string, HandlerLanguage>([
  ['.mjs', 'JAVASCRIPT'],
  ['.js', 'JAVASCRIPT'],
  ['.cjs', 'JAVASCRIPT'],
  ['.ts', 'TYPESCRIPT'],
  ['.mts', 'TYPESCRIPT'],
  ['.cts', 'TYPESCRIPT'],
  ['.py', 'PYTHON'],
])

/** Endings of the files that can be run. */
export const HANDLER_EXTENSIONS: readonly string[] = [...LANGUAGES.keys()]

/** Null for a file that cannot be run. */
export function languageOf(path: string): HandlerLanguage | null {
  return LANGUAGES.get(extname(path)) ?? null
}

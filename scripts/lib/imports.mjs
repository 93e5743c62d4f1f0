import { parseSync } from 'vite'

/**
 * Every module that a TypeScript text names, as { specifier, line, isType }. `isType` imports vanish when the text is compiled.
 * Throws with the file's name when the text cannot be parsed.
 */
export function importsOf(path, text) {
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`)
  const lineAt = lineFinder(text)
  const imports = module.staticImports.map(({ moduleRequest, entries, start }) =>
    found(moduleRequest.value, lineAt(start), isTypeOnly(program, start, entries)),
  )
  const exports = module.staticExports
    .filter(({ entries }) => entries.some((entry) => entry.moduleRequest))
    .map(({ entries, start }) =>
      found(entries[0].moduleRequest.value, lineAt(start), isTypeOnly(program, start, entries)),
    )
  const dynamic = module.dynamicImports
    .map(({ moduleRequest, start }) => [text.slice(moduleRequest.start, moduleRequest.end), lineAt(start)])
    .filter(([source]) => /^(['"])[^'"]*\1$/.test(source))
    .map(([source, line]) => found(source.slice(1, -1), line, false))
  return [...imports, ...exports, ...dynamic]
}

function found(specifier, line, isType) {
  return { specifier, line, isType }
}

/** `import type { A }`, `export type { A }`, or every name marked as a type. `import 'x'` has no names and stays. */
function isTypeOnly(program, start, entries) {
  const statement = program.body.find((node) => node.start === start)
  if (statement?.importKind === 'type' || statement?.exportKind === 'type') return true
  return entries.length > 0 && entries.every((entry) => entry.isType)
}

function lineFinder(text) {
  return (offset) => text.slice(0, offset).split('\n').length
}

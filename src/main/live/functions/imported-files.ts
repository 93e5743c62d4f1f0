import { dirname, extname, join, resolve } from 'node:path'

// Which files a file of code may import, read off its text. Whether they are there is for the caller to see: what looks like an import
// and is none does no harm.

const RELATIVE_PATH = /(['"`])(\.{1,2}\/[^'"`\n]{1,300})\1/g
const JAVASCRIPT_ENDINGS = ['', '.js', '.mjs', '.cjs', '.json', '/index.js', '/index.mjs', '/index.cjs']

/** Paths that JavaScript of `file` names relative to itself; each way that Node completes a name is a path of its own. */
export function javascriptImports(file: string, text: string): string[] {
  return [...text.matchAll(RELATIVE_PATH)].flatMap(([, , path]) => {
    const base = resolve(dirname(file), path!)
    return extname(base) === '' ? JAVASCRIPT_ENDINGS.map((ending) => base + ending) : [base]
  })
}

const PYTHON_IMPORT =
  /^[ \t]*(?:from[ \t]+([.\w]{1,300})[ \t]+import[ \t]+(\([^)]{0,2000}\)|.{0,1000})|import[ \t]+(.{1,1000}))$/gm

/** Modules that Python of `file` imports, looked for in its own folder and in `roots`. */
export function pythonImports(file: string, text: string, roots: readonly string[]): string[] {
  const folders = [...new Set([dirname(file), ...roots])]
  return [...text.matchAll(PYTHON_IMPORT)].flatMap(([, from, names, plain]) => {
    if (from === undefined)
      return namesIn(plain!).flatMap((name) => folders.flatMap((folder) => moduleFiles(folder, name)))
    const dots = /^\.*/.exec(from)![0].length
    const bases = dots === 0 ? folders : [join(dirname(file), ...Array<string>(dots - 1).fill('..'))]
    const module = from.slice(dots)
    const imported = namesIn(names!).map((name) => (module === '' ? name : `${module}.${name}`))
    return bases.flatMap((base) => [module, ...imported].flatMap((name) => moduleFiles(base, name)))
  })
}

/** "a.b as c, d" -> "a.b", "d". */
function namesIn(list: string): string[] {
  return list
    .replace(/[()]/g, ' ')
    .split(',')
    .flatMap((part) => /^\s*([\w.]+)/.exec(part)?.[1] ?? [])
}

/** "a.b" -> a/b.py, a/b/__init__.py and a/__init__.py. */
function moduleFiles(folder: string, name: string): string[] {
  const parts = name.split('.').filter((part) => part !== '')
  const packages = parts.map((_, at) => join(folder, ...parts.slice(0, at + 1), '__init__.py'))
  return parts.length === 0 ? [join(folder, '__init__.py')] : [`${join(folder, ...parts)}.py`, ...packages]
}

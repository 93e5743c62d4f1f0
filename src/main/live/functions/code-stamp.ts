import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import type { HandlerReference } from './handler-reference'
import { javascriptImports, pythonImports } from './imported-files'

const NOT_THERE = '-'

/** Changes whenever the file does: "1767225600000.5:120", its time and its size; "-" for one that is not there. */
export async function fileStamp(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? `${found.mtimeMs}:${found.size}` : NOT_THERE
}

export async function isFile(path: string): Promise<boolean> {
  return (await fileStamp(path)) !== NOT_THERE
}

function sizeIn(stamp: string): number {
  return Number(stamp.split(':')[1])
}

/** A text that changes with the files named; of how many there are it has no opinion. */
export async function filesStamp(paths: readonly string[]): Promise<string> {
  return (await Promise.all(paths.map(async (path) => `${path} ${await fileStamp(path)}`))).join('\n')
}

/** More files than this are not looked at. */
const MAX_FILES = 500
/** Bytes; what a longer file imports is not looked at. */
const LONGEST_TEXT = 1024 * 1024
/** Files whose imports are remembered. */
const MAX_KNOWN = 5_000
const INSTALLED = [`${sep}node_modules${sep}`, `${sep}site-packages${sep}`]

interface KnownFile {
  readonly stamp: string
  /** Files that it may import. */
  readonly imports: readonly string[]
}

/** Names in a folder; none for a folder that is not there. */
type Listing = (folder: string) => Promise<ReadonlySet<string>>

/**
 * Tells when the code of a JavaScript or Python handler has changed: its file, code of the same kind beside it, and whatever they
 * import by a path of their own, wherever it lies. Installed packages are not looked at.
 */
export class CodeStamps {
  private readonly known = new Map<string, KnownFile>()

  /** `root` is the project's folder, in which Python looks for modules as well. */
  async stampOf({ file, language }: HandlerReference, root: string): Promise<string> {
    const importsOf = (path: string, text: string): string[] =>
      language === 'PYTHON' ? pythonImports(path, text, [dirname(file), root]) : javascriptImports(path, text)
    const code = language === 'PYTHON' ? /\.py$/ : /\.(mjs|cjs|js|json)$/
    const listing = listingOnce()
    const beside = [...(await listing(dirname(file)))].filter((name) => code.test(name)).sort()
    const stamps = new Map<string, string>()
    let layer = [...new Set([file, ...beside.map((name) => join(dirname(file), name))])]
    while (layer.length > 0 && stamps.size < MAX_FILES) {
      const looked = layer.slice(0, MAX_FILES - stamps.size)
      const files = await Promise.all(looked.map((path) => this.look(path, importsOf)))
      looked.forEach((path, at) => stamps.set(path, files[at]!.stamp))
      const imports = new Set(files.flatMap((one) => one.imports))
      const isNew = await Promise.all([...imports].map((path) => !stamps.has(path) && isThere(path, listing)))
      layer = [...imports].filter((_, at) => isNew[at])
    }
    return [...stamps].map(([path, stamp]) => `${path} ${stamp}`).join('\n')
  }

  private async look(path: string, importsOf: (path: string, text: string) => string[]): Promise<KnownFile> {
    // Before the text, so that a change between the two is seen the next time.
    const stamp = await fileStamp(path)
    const known = this.known.get(path)
    if (known?.stamp === stamp) return known
    const text = isScanned(path, stamp) ? await readFile(path, 'utf8').catch(() => '') : ''
    const imports = importsOf(path, text).filter(isOwn)
    if (this.known.size >= MAX_KNOWN) this.known.clear()
    const found = { stamp, imports: [...new Set(imports)] }
    this.known.set(path, found)
    return found
  }
}

function isScanned(path: string, stamp: string): boolean {
  return stamp !== NOT_THERE && sizeIn(stamp) <= LONGEST_TEXT && !path.endsWith('.json')
}

function isOwn(path: string): boolean {
  return !INSTALLED.some((folder) => path.includes(folder))
}

async function isThere(path: string, listing: Listing): Promise<boolean> {
  return (await listing(dirname(path))).has(basename(path))
}

/** Each folder is read once: most names that Python imports lie elsewhere, and asking for each of them would cost more. */
function listingOnce(): Listing {
  const listings = new Map<string, Promise<ReadonlySet<string>>>()
  return (folder) => {
    const listed =
      listings.get(folder) ??
      readdir(folder).then(
        (names) => new Set(names),
        () => new Set<string>(),
      )
    listings.set(folder, listed)
    return listed
  }
}

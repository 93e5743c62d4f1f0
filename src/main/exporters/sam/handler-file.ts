/** A handler as Lambda and SAM name it. */
export interface HandlerFile {
  /** Folder of the code, relative to the template: "./handlers/". */
  readonly codeUri: string
  /** "orders.create". */
  readonly handler: string
  readonly runtime: string
  /** File to compile, in the folder: "orders.ts"; absent for what runs as it is. */
  readonly entryPoint?: string
}

const RUNTIMES: {
  readonly [extension: string]: { readonly runtime: string; readonly isCompiled: boolean } | undefined
} = {
  js: { runtime: 'nodejs22.x', isCompiled: false },
  mjs: { runtime: 'nodejs22.x', isCompiled: false },
  cjs: { runtime: 'nodejs22.x', isCompiled: false },
  ts: { runtime: 'nodejs22.x', isCompiled: true },
  mts: { runtime: 'nodejs22.x', isCompiled: true },
  cts: { runtime: 'nodejs22.x', isCompiled: true },
  py: { runtime: 'python3.13', isCompiled: false },
}

/** What a reference without a "#" means. */
const DEFAULT_EXPORT = 'handler'

/**
 * "./handlers/orders.mjs#create" -> { codeUri: "./handlers/", handler: "orders.create", runtime: "nodejs22.x" }. Null for a file that no
 * runtime of Lambda takes, and for a name with dots, of which Lambda would take the first as the end. Source: Lambda Developer Guide,
 * "Define Lambda function handler".
 */
export function handlerFile(reference: string): HandlerFile | null {
  const [, path = '', exportName = ''] = /^([^#]*)#?(.*)$/s.exec(reference) ?? []
  const segments = path.replaceAll('\\', '/').split('/')
  const fileName = segments.pop() ?? ''
  const [, name, extension = ''] = /^([^.]+)\.([a-z]+)$/.exec(fileName) ?? []
  const language = Object.hasOwn(RUNTIMES, extension) ? RUNTIMES[extension] : undefined
  if (name === undefined || language === undefined || path.startsWith('/')) return null
  const folder = segments.filter((segment) => segment !== '.' && segment !== '').join('/')
  return {
    codeUri: folder === '' ? './' : folder.startsWith('..') ? `${folder}/` : `./${folder}/`,
    handler: `${name}.${exportName || DEFAULT_EXPORT}`,
    runtime: language.runtime,
    ...(language.isCompiled && { entryPoint: fileName }),
  }
}

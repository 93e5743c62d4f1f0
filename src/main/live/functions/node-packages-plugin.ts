import { readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { dirname, extname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'

/** Marks a question of ours to esbuild, so that it is not answered with the same question. */
const ASKED = Symbol('asked')
/** Modules that only hand on what a CommonJS package exports. */
const COMMON_JS = 'gatewright-commonjs'

/**
 * For esbuild: packages that are installed in a node_modules folder, and Node's own modules, stay outside of the bundle. As the bundle
 * lies elsewhere, it names them by their place. CommonJS packages are required, so that each of their exports can be imported by name as
 * in a whole bundle. What a name leads to outside of node_modules (an alias of tsconfig.json, a linked package) is bundled.
 */
export function nodePackagesPlugin(): Plugin {
  return {
    name: 'gatewright-node-packages',
    setup: (build) => {
      build.onResolve({ filter: /.*/, namespace: COMMON_JS }, ({ path }) => ({ path, external: true }))
      build.onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (kind === 'entry-point' || pluginData === ASKED) return undefined
        if (isBuiltin(path)) return { path, external: true }
        const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: ASKED })
        if (found.errors.length > 0 || found.external || !isInstalled(found.path)) return found
        if (kind === 'require-call' || kind === 'require-resolve') return { path: found.path, external: true }
        if (!/\.[cm]?js$/.test(found.path)) return found
        if (await isEsModule(found.path)) return { path: pathToFileURL(found.path).href, external: true }
        return { path: found.path, namespace: COMMON_JS }
      })
      build.onLoad({ filter: /.*/, namespace: COMMON_JS }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(path)})`,
        resolveDir: dirname(path),
      }))
    },
  }
}

function isInstalled(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`)
}

/** What Node takes the file for. */
async function isEsModule(path: string): Promise<boolean> {
  if (extname(path) !== '.js') return extname(path) === '.mjs'
  for (let folder = dirname(path); isInstalled(folder + sep); folder = dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null)
    if (text !== null) return typeIn(text) === 'module'
  }
  return false
}

function typeIn(packageJson: string): unknown {
  try {
    return (JSON.parse(packageJson) as { type?: unknown } | null)?.type
  } catch {
    return undefined
  }
}

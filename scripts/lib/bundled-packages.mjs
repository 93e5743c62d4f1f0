import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Helpers that the bundler adds by itself belong to these packages. */
const BUNDLER_MODULES = { '\0vite/': 'vite', '\0rolldown/': 'rolldown' }

/** "/x/node_modules/@scope/name/dist/a.js" -> "@scope/name"; null for our own modules. */
export function packageOf(moduleId) {
  const helper = Object.keys(BUNDLER_MODULES).find((prefix) => moduleId.startsWith(prefix))
  if (helper) return BUNDLER_MODULES[helper]
  const [, path] = /^.*[\\/]node_modules[\\/](.+)$/.exec(moduleId) ?? []
  if (!path) return null
  const [first, second] = path.split(/[\\/]/)
  return first.startsWith('@') ? `${first}/${second}` : first
}

/** Packages with something in the bundle: code that was kept, or a style sheet or font, which leave their chunk. */
export function packagesInBundle(bundle) {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules))
  const kept = modules.filter(([id, { renderedLength }]) => renderedLength > 0 || /\.css(\?|$)/.test(id))
  // A style sheet imported by another is no module of its own, but its fonts and pictures say where they came from.
  const assets = Object.values(bundle).flatMap((output) => output.originalFileNames ?? [])
  const names = [...kept.map(([id]) => id), ...assets].map(packageOf).filter((name) => name !== null)
  return [...new Set(names)].toSorted()
}

/** A bundler plugin that writes down which packages went into one of the builds, for the notices. */
export function recordBundledPackages(folder, name) {
  return {
    name: 'gatewright:bundled-packages',
    generateBundle(_options, bundle) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(packagesInBundle(bundle)))
    },
  }
}

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Licences whose text may be shipped with an MIT program. Of an "A OR B" one is enough. */
const PERMISSIVE = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1', 'CC0-1.0', 'Unlicense', 'BlueOak-1.0.0']) // prettier-ignore
const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i
const RULE = '-'.repeat(100)

const HEAD = `Third-party notices

Gatewright is distributed with the packages below, bundled into its program files. Each is followed by its licence.
This file is made by "node scripts/notices.mjs" from what the build contains.
`

/** The whole file for these packages of a node_modules folder. Throws for a licence that may not be shipped. */
export function noticesFor(names, nodeModules) {
  return [HEAD, ...names.map((name) => noticeFor(name, join(nodeModules, name)))].join(`\n${RULE}\n\n`)
}

function noticeFor(name, folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (!isPermissive(manifest.license)) {
    throw new Error(`${name} has the licence ${manifest.license}, which Gatewright may not ship. Use another package.`)
  }
  const home = homeOf(manifest)
  const title = `${name} ${manifest.version} (${manifest.license})${home ? `\n${home}` : ''}`
  return `${title}\n\n${licenceTextOf(folder) || textFromManifest(manifest)}\n`
}

/** "(MPL-2.0 OR Apache-2.0)" is permissive by its second half, "MIT AND Zlib" needs both. */
export function isPermissive(expression) {
  if (typeof expression !== 'string') return false
  const alternatives = expression.replaceAll(/[()]/g, '').split(/\s+OR\s+/)
  return alternatives.some((alternative) => alternative.split(/\s+AND\s+/).every((licence) => PERMISSIVE.has(licence)))
}

function licenceTextOf(folder) {
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file)).toSorted() // prettier-ignore
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'))
  return texts.map((text) => ownLicence(text.replaceAll('\r\n', '\n'))).join('\n\n')
}

/** A bundler's licence file goes on with the packages inside the bundler, which are not inside Gatewright. */
function ownLicence(text) {
  return text.split(/^#+ Licenses of bundled dependencies/m)[0].trim()
}

/** Some packages ship no licence file; then what they declare is all there is. */
function textFromManifest({ license, author }) {
  const name = typeof author === 'string' ? author : author?.name
  return `Declared in its package.json: licence ${license}${name ? `, author ${name}` : ''}.`
}

function homeOf({ homepage, repository }) {
  const url = homepage ?? (typeof repository === 'string' ? repository : repository?.url)
  return url?.replace(/^git\+/, '').replace(/\.git$/, '')
}

/** Every package of every build, from the lists that the build wrote; null when there is no build. */
export function readBundledPackages(folder) {
  if (!existsSync(folder)) return null
  const lists = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const names = lists.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  return [...new Set(names)].toSorted()
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** What a build reads, apart from the packages. */
const BUILD_INPUTS = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'scripts/lib/bundled-packages.mjs',
]

const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides', 'engines']

/** A hash of names and contents; the order in which they are given does not matter. */
export function hashEntries(entries) {
  const hash = createHash('sha256')
  for (const [name, content] of entries.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))) {
    hash.update(`${name}\0${content.length}\0`).update(content).update('\0')
  }
  return hash.digest('hex')
}

/** Changes when other packages, or packages for another platform, have to be installed; a changed script does not change it. */
export function dependencyStamp({ packageJson, lockfile, platform, arch }) {
  const manifest = JSON.parse(packageJson)
  const wanted = DEPENDENCY_FIELDS.map((field) => [field, JSON.stringify(manifest[field] ?? {})])
  return hashEntries([...wanted, ['lockfile', lockfile], ['platform', `${platform}-${arch}`]])
}

/** Tests and their data are not built, so that editing one does not rebuild. */
export function isBuildInput(path) {
  const name = path.split('/').at(-1)
  return !/\.(test|bench)\.[cm]?[jt]sx?$/.test(name) && !name.startsWith('.') && !path.includes('/fixtures/')
}

/** Paths below `folder`, relative to `root`, with forward slashes, sorted. */
export function listFiles(root, folder) {
  const start = join(root, folder)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

/** Changes when the build would give something else. */
export function buildStamp(root) {
  const files = BUILD_INPUTS.flatMap((input) =>
    /\.[a-z]+$/.test(input)
      ? existsSync(join(root, input))
        ? [input]
        : []
      : listFiles(root, input).filter(isBuildInput),
  )
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  const entries = files.map((file) => [file, readFileSync(join(root, file))])
  return hashEntries([...entries, ['version', version], ['packages', readDependencyStamp(root)]])
}

export function readDependencyStamp(root) {
  return dependencyStamp({
    packageJson: readFileSync(join(root, 'package.json'), 'utf8'),
    lockfile: readFileSync(join(root, 'package-lock.json'), 'utf8'),
    platform: process.platform,
    arch: process.arch,
  })
}

export function isStamped(file, stamp) {
  return existsSync(file) && readFileSync(file, 'utf8').trim() === stamp
}

export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${stamp}\n`)
}

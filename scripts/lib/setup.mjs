// Everything here runs before the packages are installed: Node's own modules only.
import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'
import { runQuietly } from './run.mjs'
import { SetupError } from './setup-error.mjs'
import { buildStamp, isStamped, readDependencyStamp, writeStamp } from './stamp.mjs'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const OLDEST_NODE = [20, 19]

export const dependencyStampFile = join(root, 'node_modules/.gw-deps')
export const buildStampFile = join(root, 'out/.gw-build')
const lockFile = join(root, 'out/.gw-lock')

/** Progress goes to standard error, so that a command's own output stays clean. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  const isNewEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  if (!isNewEnough) {
    throw new SetupError(
      `Gatewright needs Node ${OLDEST_NODE.join('.')} or newer, this is Node ${version}. Install a newer Node.`,
    )
  }
}

/** `npm ci`, when the packages that are there are not those of the lockfile. */
export async function ensureDependencies() {
  checkNode()
  if (isStamped(dependencyStampFile, readDependencyStamp(root))) return
  await withLock(lockFile, async () => {
    const stamp = readDependencyStamp(root)
    if (isStamped(dependencyStampFile, stamp)) return
    say('Installing packages (npm ci)')
    // An outer NODE_ENV=production would leave out the tools.
    const { exitCode, output } = await npm(['ci', '--include=dev'], { NODE_ENV: 'development' })
    if (exitCode !== 0) {
      throw new SetupError(
        `${output}\nnpm ci ended with exit code ${exitCode}. Check the connection to the package registry and run again.`,
      )
    }
    writeStamp(dependencyStampFile, stamp)
  })
}

/** electron-vite build, when a source is newer than out/. */
export async function ensureBuild() {
  await ensureDependencies()
  if (isBuilt()) return
  await withLock(lockFile, async () => {
    if (isBuilt()) return
    const stamp = buildStamp(root)
    say('Building (electron-vite build)')
    const { exitCode, output } = await build()
    if (exitCode !== 0) throw new SetupError(`${output}\nThe build ended with exit code ${exitCode}.`)
    writeStamp(buildStampFile, stamp)
  })
}

function isBuilt() {
  return existsSync(join(root, 'out/main/cli.js')) && isStamped(buildStampFile, buildStamp(root))
}

function build() {
  mkdirSync(join(root, 'out'), { recursive: true })
  return runQuietly(process.execPath, [tool('electron-vite/bin/electron-vite.js'), 'build'], { cwd: root })
}

/** A package's program, called by its file: `npx` and `.cmd` files differ between systems. */
export function tool(path) {
  return join(root, 'node_modules', path)
}

function npm(args, env) {
  const cli = findNpm()
  return cli
    ? runQuietly(process.execPath, [cli, ...args], { cwd: root, env })
    : runQuietly('npm', args, { cwd: root, env })
}

/** npm's own JavaScript file: the one that runs this script, else the one beside Node. */
function findNpm() {
  const beside = dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath,
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ]
  return candidates.find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path))
}

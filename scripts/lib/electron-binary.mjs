import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { runQuietly } from './run.mjs'
import { root, say, tool } from './setup.mjs'

const PROBE_MS = 3_000
const DOWNLOAD_MS = 180_000

/** Electron's program, when its binary lies in node_modules; else null. */
export function findElectron() {
  const pathFile = tool('electron/path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? tool('electron/dist'), readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** findElectron, and where there is none, one short attempt to fetch it. Null when it cannot be had here. */
export async function obtainElectron() {
  const found = findElectron()
  if (found || !(await isSourceReachable())) return found
  say('Fetching Electron (once)')
  await runQuietly(process.execPath, [tool('electron/install.js')], { cwd: root, timeoutMs: DOWNLOAD_MS })
  return findElectron()
}

/** A closed network should cost seconds, not the minutes that a download waits for an answer. */
function isSourceReachable() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  const { hostname, port, protocol } = new URL(mirror ?? 'https://github.com/')
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port) || (protocol === 'http:' ? 80 : 443),
      timeout: PROBE_MS,
    })
    const answer = (isReachable) => {
      socket.destroy()
      resolve(isReachable)
    }
    socket
      .once('connect', () => answer(true))
      .once('timeout', () => answer(false))
      .once('error', () => answer(false))
  })
}

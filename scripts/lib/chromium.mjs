import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { runQuietly } from './run.mjs'
import { root, say, tool } from './setup.mjs'
import { SetupError } from './setup-error.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'brave-browser',
]
const MAC_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const WINDOWS_PLACES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Where a Chromium usually is, in the order in which they are tried. */
export function chromiumCandidates({ platform, env }) {
  const chosen = [env.CHROMIUM_PATH, env.CHROME_PATH].filter(Boolean)
  if (platform === 'darwin') return [...chosen, ...MAC_PLACES]
  if (platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    return [...chosen, ...bases.flatMap((base) => WINDOWS_PLACES.map((place) => `${base}\\${place}`))]
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...chosen, ...NAMES.flatMap((name) => folders.map((folder) => `${folder}/${name}`))]
}

/** A Chromium that starts, or null. Some distributions ship a stub under the name that only says how to install it. */
export async function findChromium() {
  const usual = chromiumCandidates(process).find(starts)
  if (usual) return usual
  const own = await playwrightChromium()
  return own && starts(own) ? own : null
}

/** findChromium, and where there is none, the system's package (Debian as root) or Playwright's own. */
export async function ensureChromium() {
  return (await findChromium()) ?? (await installSystemChromium()) ?? (await installPlaywrightChromium())
}

function starts(path) {
  if (!existsSync(path)) return false
  // On Windows `--version` opens a window instead of answering.
  return (
    process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  )
}

async function playwrightChromium() {
  try {
    const { chromium } = await import('@playwright/test')
    return chromium.executablePath()
  } catch {
    return null
  }
}

async function installSystemChromium() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  say('Installing Chromium for the tests (apt-get install chromium)')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runQuietly('apt-get', ['update'], { cwd: root, env })
  const { exitCode, output } = await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    cwd: root,
    env,
  })
  if (exitCode !== 0)
    say(`${output.trim()}\napt-get ended with exit code ${exitCode}; trying Playwright's own Chromium.`)
  return findChromium()
}

async function installPlaywrightChromium() {
  say('Downloading Chromium for the tests (playwright install chromium)')
  const { exitCode, output } = await runQuietly(
    process.execPath,
    [tool('@playwright/test/cli.js'), 'install', 'chromium'],
    { cwd: root },
  )
  const path = exitCode === 0 ? await findChromium() : null
  if (path) return path
  throw new SetupError(
    `${output.trim()}\nNo Chromium for the end-to-end tests. Install Chromium or Chrome, or name one in CHROMIUM_PATH.`,
  )
}

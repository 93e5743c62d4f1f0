import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findChromium } from './chromium.mjs'
import { say } from './setup.mjs'

const PATIENCE_MS = 2_000

/**
 * Shows the page in a window of its own where there is a Chromium, else in the system's browser. `onClosed` is called when the
 * window is closed, where that can be seen. Returns what closes the window again and tidies up.
 */
export async function openPage(url, { onClosed }) {
  const chromium = await findChromium()
  return chromium ? openAppWindow(chromium, url, onClosed) : openSystemBrowser(url)
}

function openAppWindow(chromium, url, onClosed) {
  // A profile of its own: no extensions reach the page, its address stays out of the history, and the process lives as long as the window.
  const profile = mkdtempSync(join(tmpdir(), 'gatewright-window-'))
  const args = [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--window-size=1440,900',
  ]
  if (process.platform === 'linux' && process.getuid() === 0) args.push('--no-sandbox', '--disable-dev-shm-usage')
  const window = spawn(chromium, args, { stdio: 'ignore' })
  const ended = once(window, 'exit').catch(() => openSystemBrowser(url))
  window.on('exit', (code) => {
    if (code === 0) onClosed()
    else if (code !== null) say('The window could not be opened. Open the address above in a browser.')
  })
  return async () => {
    window.kill()
    await Promise.race([ended, sleep(PATIENCE_MS)])
    removeProfile(profile)
  }
}

/** Chromium's helpers may still be writing; what they leave is in the system's temporary folder. */
function removeProfile(profile) {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  } catch {
    // Left for the system to clean.
  }
}

function openSystemBrowser(url) {
  const [command, ...args] = {
    darwin: ['open', url],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', url],
  }[process.platform] ?? ['xdg-open', url]
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
  return async () => {}
}

// Opens Gatewright: in Electron where that is possible, else in the browser. Installs and builds what is missing.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { superviseHost } from './lib/child-host.mjs'
import { runScript } from './lib/setup-error.mjs'
import { ensureBuild, root, say } from './lib/setup.mjs'
import { START_USAGE, hasDisplay, parseStartArguments } from './lib/start-options.mjs'

await runScript(main)
// A child's pipes or a poll must not hold the process once the host has ended.
process.exit()

async function main() {
  const options = parseStartArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  if (options.error) {
    say(`${options.error}\n\n${START_USAGE}`)
    return 2
  }
  if (options.wantsHelp) {
    console.log(START_USAGE)
    return 0
  }
  await ensureBuild()
  const electron = await chooseElectron(options)
  return electron ? runElectron(electron, options.file) : runInBrowser(options.file)
}

/** Electron's program, or null after one line on why the browser is used. */
async function chooseElectron({ wantsBrowser }) {
  if (wantsBrowser) return null
  if (!hasDisplay(process)) {
    say('No display for a window, so Gatewright runs as a page for a browser on this computer.')
    return null
  }
  const { obtainElectron } = await import('./lib/electron-binary.mjs')
  const electron = await obtainElectron()
  if (!electron) say("Electron's program is not here and could not be fetched, so Gatewright opens in the browser.")
  return electron
}

function runElectron(electron, file) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  // Chromium refuses to start as root with its sandbox.
  const sandbox = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
  const args = [...sandbox, root, ...(file ? [file] : [])]
  return superviseHost(spawn(electron, args, { cwd: root, env, stdio: ['pipe', 'inherit', 'inherit'] }))
}

async function runInBrowser(file) {
  const isFromTerminal = Boolean(process.stdout.isTTY || process.stdin.isTTY)
  const host = spawn(process.execPath, [join(root, 'out/main/browser.js'), ...(file ? [file] : [])], {
    env: { ...process.env, ...(isFromTerminal ? { GATEWRIGHT_TERMINAL: '1' } : {}) },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let closePage = async () => {}
  const ended = superviseHost(host, { onExit: () => closePage() })
  host.stdout.setEncoding('utf8')
  host.stdout.on('data', (text) => process.stdout.write(text))
  const url = await firstUrl(host)
  if (url && hasDisplay(process)) {
    const { openPage } = await import('./lib/open-page.mjs')
    closePage = await openPage(url, { onClosed: () => host.stdin.end() })
  }
  return ended
}

/** The address in the host's first line, or null when the host ended before it was ready. */
function firstUrl(host) {
  return new Promise((resolve) => {
    let text = ''
    host.stdout.on('data', (chunk) => {
      text += chunk
      const found = /http:\/\/\S+(?=\s)/.exec(text)
      if (found) resolve(found[0])
    })
    host.on('exit', () => resolve(null))
    host.on('error', () => resolve(null))
  })
}

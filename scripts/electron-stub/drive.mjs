// Runs the built Electron host against the stand-in and prints, as one JSON line, what was seen. Argument: the folder out/.
import { once } from 'node:events'
import { register } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runPreload } from './preload.mjs'
import { app, seen } from './electron.mjs'

const APP_URL = 'app://gatewright/'
const SNAPSHOT_LIMIT_MS = 20_000
const out = process.argv[2]

register('./hooks.mjs', import.meta.url)
// What Electron would have as its command line: the program, the app's folder, the file.
process.argv = [process.argv[0], out, 'orders.gatewright.yaml']

const loaded = once(app, 'stub-loaded')
await import(pathToFileURL(join(out, 'main/index.js')).href)
const [window] = await loaded
const ownFrame = { url: APP_URL, parent: null }
const exposed = runPreload(join(out, 'preload/preload.cjs'), window, ownFrame)
const { call, on, pathOf } = exposed.gatewright

const facts = {
  isSandboxed: seen.isSandboxed,
  schemes: seen.schemes,
  webPreferences: { ...window.options.webPreferences, preload: typeof window.options.webPreferences.preload },
  url: window.url,
  exposed: Object.entries(exposed).map(([name, api]) => [name, Object.keys(api).toSorted()]),
  channels: [...seen.ipcHandlers.keys()],
  info: await call('app.info', {}),
  droppedPath: pathOf({ stubPath: '/shop/template.yaml' }),
  unknownCommand: await call('app.explode', {}),
  badArguments: await call('gateway.start', { port: 'x' }),
  foreignSenders: await Promise.all(
    [
      null,
      { url: 'https://evil.example/', parent: null },
      { url: `${APP_URL}index.html`, parent: ownFrame },
      { url: 'file:///etc/passwd', parent: null },
    ].map(callFrom),
  ),
  navigation: ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'].map((name) => [
    name,
    isPrevented(name),
  ]),
  windowOpen: ['https://evil.example/', 'file:///etc/passwd', 'https://docs.aws.amazon.com/x'].map((url) =>
    window.webContents.openHandler({ url }),
  ),
  openedExternally: seen.openedExternally,
  permissions: ['media', 'geolocation', 'notifications', 'clipboard-read', 'midi', 'usb'].map(permission),
  answers: await Promise.all(
    [APP_URL, 'app://gatewright/..%2fmain%2findex.js', 'app://gatewright/%2e%2e/main/index.js', 'app://evil/'].map(
      fetchPage,
    ),
  ),
  menuCommands: seen.menus.at(-1).flatMap(({ submenu }) => (submenu ?? []).flatMap(({ id }) => id ?? [])),
  chosen: await eventAfter('menu.command', () => menuItem('run.simulate').click()),
  secondInstance: await eventAfter('menu.command', () =>
    app.emit('second-instance', {}, ['electron', out, 'b.yaml'], '/projects'),
  ),
  focused: window.focused,
  snapshot: await firstSnapshot(),
}
const ended = once(app, 'stub-ended')
window.emit('close')
app.quit()
await ended
console.log(JSON.stringify({ ...facts, quits: seen.quits }))
process.exit(0)

async function callFrom(senderFrame) {
  const [handler] = seen.ipcHandlers.values()
  try {
    return await handler({ sender: window.webContents, senderFrame }, 'app.info', {})
  } catch (error) {
    return `refused: ${error.message}`
  }
}

function isPrevented(name) {
  let prevented = false
  window.webContents.emit(name, { preventDefault: () => (prevented = true) }, 'https://evil.example/')
  return prevented
}

function permission(name) {
  let answer = null
  seen.permissionRequest(window.webContents, name, (isAllowed) => (answer = isAllowed))
  return [name, answer, seen.permissionCheck(window.webContents, name)]
}

async function fetchPage(url) {
  const { status, headers } = await seen.protocolHandlers.get('app')({ url, method: 'GET' })
  return [status, headers.get('content-type'), headers.get('content-security-policy') !== null]
}

function menuItem(id) {
  return seen.menus.at(-1).flatMap(({ submenu }) => submenu ?? []).find((item) => item.id === id) // prettier-ignore
}

function eventAfter(name, cause) {
  return new Promise((resolve) => {
    const end = on(name, (...args) => {
      end()
      resolve(args)
    })
    cause()
  })
}

/** Opens the first sample, runs its first scenario and waits for a picture of it. */
async function firstSnapshot() {
  const { result: info } = await call('app.info', {})
  const opened = await call('project.createFromSample', { sample: info.samples[0]?.name ?? '' })
  if (opened.error) return opened.error.message
  const started = await new Promise((resolve) => {
    on('simulator.snapshot', (...args) =>
      resolve({ isBuffer: args[0] instanceof ArrayBuffer, argumentCount: args.length }),
    )
    setTimeout(() => resolve('no snapshot came'), SNAPSHOT_LIMIT_MS).unref()
    void call('simulator.start', { scenario: opened.result.design.scenarios[0] }).then(
      ({ error }) => error && resolve(error.message),
    )
  })
  return started
}

import { readFileSync } from 'node:fs'
import { EventEmitter } from 'node:events'
import { seen } from './electron.mjs'

/** Runs a built preload script the way a sandboxed window would: CommonJS, with nothing but `electron`. Gives what it exposes. */
export function runPreload(file, window, frame) {
  const exposed = {}
  const ipcRenderer = new EventEmitter()
  ipcRenderer.invoke = async (channel, ...args) => {
    const handler = seen.ipcHandlers.get(channel)
    return structuredClone(await handler({ sender: window.webContents, senderFrame: frame }, ...structuredClone(args)))
  }
  window.webContents.on('stub-sent', (channel, ...args) => ipcRenderer.emit(channel, { sender: ipcRenderer }, ...args))
  const contextBridge = { exposeInMainWorld: (name, api) => (exposed[name] = api) }
  // A dropped file is a handle here; Electron takes nothing else either.
  const webUtils = { getPathForFile: (file) => file.stubPath }
  const require = (name) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload script cannot load ${name}.`)
    return { contextBridge, ipcRenderer, webUtils }
  }
  const run = new Function('require', 'module', 'exports', readFileSync(file, 'utf8'))
  run(require, { exports: {} }, {})
  return exposed
}

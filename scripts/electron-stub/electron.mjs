// A stand-in for Electron's main process: enough of its shape to run the built host in plain Node, and a record of what was asked.
import { EventEmitter } from 'node:events'

/** What the host did, for whoever drives it. */
export const seen = {
  schemes: [],
  protocolHandlers: new Map(),
  ipcHandlers: new Map(),
  permissionRequest: null,
  permissionCheck: null,
  windows: [],
  menus: [],
  openedExternally: [],
  isSandboxed: false,
  paths: {},
  quits: 0,
}

class App extends EventEmitter {
  isPackaged = false
  setName() {}
  setPath(name, path) {
    seen.paths[name] = path
  }
  getPath(name) {
    return seen.paths[name]
  }
  enableSandbox() {
    seen.isSandboxed = true
  }
  requestSingleInstanceLock() {
    return true
  }
  whenReady() {
    return Promise.resolve()
  }
  quit() {
    seen.quits++
    let isPrevented = false
    this.emit('will-quit', { preventDefault: () => (isPrevented = true) })
    if (!isPrevented) this.emit('stub-ended')
  }
}
export const app = new App()

class WebContents extends EventEmitter {
  sent = []
  openHandler = null
  setWindowOpenHandler(handler) {
    this.openHandler = handler
  }
  /** Like the real one, this copies: what cannot be cloned fails here as it would there. */
  send(channel, ...args) {
    const copy = structuredClone(args)
    this.sent.push([channel, ...copy])
    this.emit('stub-sent', channel, ...copy)
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows() {
    return seen.windows
  }
  webContents = new WebContents()
  url = ''
  focused = 0
  constructor(options) {
    super()
    this.options = options
    seen.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url) {
    this.url = url
    app.emit('stub-loaded', this)
    return Promise.resolve()
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1000, height: 700 }
  }
  isMaximized() {
    return false
  }
  isMinimized() {
    return false
  }
  isDestroyed() {
    return false
  }
  focus() {
    this.focused++
  }
  show() {}
  maximize() {}
}

export const ipcMain = { handle: (channel, handler) => seen.ipcHandlers.set(channel, handler) }

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => seen.schemes.push(...schemes),
  handle: (scheme, handler) => seen.protocolHandlers.set(scheme, handler),
}

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler) => (seen.permissionRequest = handler),
    setPermissionCheckHandler: (handler) => (seen.permissionCheck = handler),
  },
}

export const Menu = {
  buildFromTemplate: (template) => template,
  setApplicationMenu: (menu) => seen.menus.push(menu),
}

export const shell = {
  openExternal: (url) => {
    seen.openedExternally.push(url)
    return Promise.resolve()
  },
}

export const dialog = { showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }) }
export const nativeTheme = { shouldUseDarkColors: true }
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }

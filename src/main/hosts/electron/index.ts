import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BrowserWindow, Menu, app, dialog } from 'electron'
import { createService, type Service } from '../../service/service'
import { dataFolders } from '../../storage/data-folders'
import { APP_VERSION } from '../app-version'
import { systemFacts } from '../bug-report'
import { createNodePorts } from '../create-ports'
import { onInputEnd } from '../input-end'
import { createDispatch } from '../rpc'
import { fileArgument } from './file-argument'
import { answerCalls, emitToWindows } from './ipc'
import { menuTemplate } from './menu'
import { guardNavigation } from './navigation-guard'
import { registerAppScheme, serveAppScheme } from './protocol'
import { openWindow } from './window'

// out/main/index.js: Gatewright in a window of its own.

/** How long saving may take when the program is asked to end. */
const CLOSE_LIMIT_MS = 2_000

const folders = dataFolders({ env: process.env, platform: process.platform, home: homedir() })
const inOut = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
let openPath = fileArgument(process.argv, app.isPackaged, process.cwd())
let isReady = false

app.setName('Gatewright')
app.setPath('userData', join(folders.dataFolder, 'window'))
app.enableSandbox()
registerAppScheme()
app.on('open-file', (event, path) => {
  event.preventDefault()
  openFile(path)
})

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, workingFolder) => {
    const file = fileArgument(argv, app.isPackaged, workingFolder)
    if (file) openFile(file)
    focusWindow()
  })
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  const ports = createNodePorts({
    version: APP_VERSION,
    ...folders,
    resourcesFolder: inOut('../resources'),
    simulatorWorkerUrl: new URL('./simulator-worker.js', import.meta.url),
    documentWorkerUrl: new URL('./document-worker.js', import.meta.url),
    handlerProcessUrl: new URL('./handler-process.js', import.meta.url),
    openPath,
    pickFile,
    pickSaveFile,
    pickFolder,
    ownPorts: () => [],
    log: (line) => process.stderr.write(`${line}\n`),
  })
  const service = createService(ports, emitToWindows)
  guardNavigation()
  serveAppScheme(inOut('renderer'))
  answerCalls(createDispatch(service.handlers, systemFacts(APP_VERSION, 'electron', homedir())))
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(process.platform, (command) => emitToWindows('menu.command', command))),
  )
  endWith(service)
  isReady = true
  openMainWindow()
}

function openMainWindow(): void {
  openWindow({
    preload: inOut('preload/preload.cjs'),
    icon: inOut('../resources/icon.png'),
    stateFile: join(app.getPath('userData'), 'window.json'),
  })
}

/** Before the window is there the file is part of what it asks for first; after that it is told. */
function openFile(path: string): void {
  if (isReady) emitToWindows('menu.command', { id: 'project.openPath', path })
  else openPath = path
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

async function pickFile(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return null
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open project',
    properties: ['openFile'],
    filters: [
      { name: 'Gatewright projects and API documents', extensions: ['yaml', 'yml', 'json', 'template', 'sh'] },
      { name: 'All files', extensions: ['*'] },
    ],
  })
  return filePaths[0] ?? null
}

async function pickSaveFile(name: string): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return null
  const { filePath } = await dialog.showSaveDialog(window, { title: 'Export', defaultPath: name })
  return filePath === '' ? null : filePath
}

async function pickFolder(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return null
  const properties = ['openDirectory', 'createDirectory'] as const
  const { filePaths } = await dialog.showOpenDialog(window, { title: 'Export into', properties: [...properties] })
  return filePaths[0] ?? null
}

/** The program ends when the last save is on disk, but does not wait for it for ever. */
function endWith(service: Service): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    isClosed = true
    setTimeout(() => app.quit(), CLOSE_LIMIT_MS).unref()
    void service.close().finally(() => app.quit())
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openMainWindow()
  })
  // `npm start` holds the other end and must not leave a window behind.
  if (!app.isPackaged) onInputEnd(process.stdin, () => app.quit())
}

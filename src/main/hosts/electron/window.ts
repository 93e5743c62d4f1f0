import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_URL } from './app-url'
import { SMALLEST_WINDOW, fitWindowState, readWindowState, writeWindowState } from './window-state'

/** The canvas of each theme, shown until the page has painted. */
const CANVAS = { dark: '#181B1F', light: '#FFFFFF' } as const

export interface WindowOptions {
  readonly preload: string
  readonly icon: string
  /** Where size and position are kept. */
  readonly stateFile: string
}

/** Opens the window on our page, where it was last time. */
export function openWindow({ preload, icon, stateFile }: WindowOptions): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const state = fitWindowState(readWindowState(stateFile), screens)
  const window = new BrowserWindow({
    title: 'Gatewright',
    icon,
    show: false,
    width: state.width,
    height: state.height,
    ...state.position,
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    backgroundColor: nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (state.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => rememberWindow(window, stateFile))
  void window.loadURL(APP_URL)
  return window
}

function rememberWindow(window: BrowserWindow, stateFile: string): void {
  const { x, y, width, height } = window.getNormalBounds()
  writeWindowState(stateFile, { width, height, position: { x, y }, isMaximized: window.isMaximized() })
}

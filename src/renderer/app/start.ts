import { GatewrightError } from '@shared/contract/errors'
import type { MenuCommand } from '@shared/contract/app-info'
import { bridge } from '../contract-client'
import { useDesignStore } from '../stores/design-store'
import { subscribeGatewayStore } from '../stores/gateway-store'
import { subscribeLessonStore } from '../stores/lesson-store'
import { openFile, reselect } from '../stores/project-actions'
import { subscribeRunStore } from '../stores/run-store'
import { subscribeSweepStore } from '../stores/sweep-store'
import { useShellStore } from '../stores/shell-store'
import { subscribeTemplateStore } from '../stores/template-store'
import { subscribeTryStore } from '../stores/try-store'
import { subscribeWebSocketStore } from '../stores/web-socket-store'
import { subscribeWebSocketView } from '../stores/web-socket-view'
import { IS_MAC } from '../stores/command-keys'
import { useUiStore } from '../stores/ui-store'
import { toast } from '../ui/toast'
import { runCommand } from './commands/commands'
import { bugReport } from './crash-report'
import { followFieldFocus } from './field-focus'
import { followKeys, isTextField, onThisScreen } from './key-handler'

/** Connect the window with its host: called once, before anything is shown. */
export function start(): void {
  window.addEventListener('unhandledrejection', (event) => tell(event.reason))
  window.addEventListener('error', (event) => {
    if (event.error instanceof Error) tell(event.error)
  })
  subscribeGatewayStore()
  subscribeRunStore()
  subscribeLessonStore()
  subscribeSweepStore()
  subscribeTemplateStore()
  subscribeTryStore()
  subscribeWebSocketStore()
  subscribeWebSocketView()
  subscribeProject()
  bridge.on('menu.command', followMenu)
  followKeys()
  followFieldFocus()
  void askInfo()
}

async function askInfo(): Promise<void> {
  const info = await bridge.call('app.info', {})
  useUiStore.setState({ info, settings: info.settings })
  if (info.openPath !== null) await openFile(info.openPath)
}

function subscribeProject(): void {
  bridge.on('project.saved', (state) => useDesignStore.getState().saved(state))
  bridge.on('project.changedOnDisk', ({ path, design, message }) => {
    if (path === useDesignStore.getState().path) useShellStore.setState({ diskChange: { design, message } })
  })
  useDesignStore.subscribe((state, before) => {
    if (state.design !== null && before.design !== null && state.design !== before.design) reselect(state.design)
  })
}

function followMenu(command: MenuCommand): void {
  if (command.id === 'project.openPath') void openFile(command.path)
  else if ((command.id === 'edit.undo' || command.id === 'edit.redo') && isTextField(document.activeElement)) {
    // The menu's key came first; the text field would have had it otherwise.
    document.execCommand(command.id === 'edit.undo' ? 'undo' : 'redo')
  } else if (IS_MAC && (command.id === 'run.simulate' || command.id === 'template.saveCase')) {
    // Menus of macOS take their keys themselves.
    runCommand(onThisScreen(command.id))
  } else runCommand(command.id)
}

/** What nobody was waiting for: a lost connection shows by itself, a bug has its own page, anything else is said in passing. */
function tell(error: unknown): void {
  if (error instanceof GatewrightError && error.code === 'host/connection-lost') return
  if (error instanceof GatewrightError && error.code !== 'host/bug') toast({ message: error.message, code: error.code })
  else useShellStore.setState({ crash: bugReport(error) })
}

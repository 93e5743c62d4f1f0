/**
 * Every command of menus and palette, once: the native menu (Electron), the menu button (browser) and the palette are made from it.
 * `keys` as in "Mod+Shift+D"; Mod is Cmd on macOS, else Ctrl. `browserKeys` replaces keys that a browser keeps for itself.
 */
export const MENU_COMMANDS = [
  { id: 'project.new', menu: 'File', label: 'New API', keys: 'Mod+Shift+N', browserKeys: 'Alt+Shift+N' },
  { id: 'project.open', menu: 'File', label: 'Open project', keys: 'Mod+O' },
  { id: 'import.choose', menu: 'File', label: 'Import a file', keys: 'Mod+I' },
  { id: 'design.compare', menu: 'File', label: 'Compare with a file' },
  { id: 'export.save', menu: 'File', label: 'Save the export' },
  { id: 'export.copy', menu: 'File', label: 'Copy the export' },
  { id: 'project.close', menu: 'File', label: 'Close project' },
  { id: 'edit.undo', menu: 'Edit', label: 'Undo', keys: 'Mod+Z' },
  { id: 'edit.redo', menu: 'Edit', label: 'Redo', keys: 'Mod+Shift+Z' },
  { id: 'route.new', menu: 'Route', label: 'New route', keys: 'Mod+N', browserKeys: 'Alt+N' },
  { id: 'route.duplicate', menu: 'Route', label: 'Duplicate route', keys: 'Mod+D' },
  { id: 'route.delete', menu: 'Route', label: 'Delete route' },
  { id: 'route.try', menu: 'Route', label: 'Try this route' },
  { id: 'route.simulate', menu: 'Route', label: 'Simulate this route', keys: 'Mod+Shift+Enter' },
  { id: 'api.whatIf', menu: 'Route', label: 'What if this REST API were an HTTP API' },
  { id: 'template.new', menu: 'Route', label: 'New template' },
  { id: 'template.applyToRoute', menu: 'Route', label: 'Apply template to its route' },
  { id: 'run.simulate', menu: 'Run', label: 'Run the scenario', keys: 'Mod+Enter' },
  { id: 'simulate.step', menu: 'Run', label: 'Step the run by one second' },
  { id: 'simulate.stepToEvent', menu: 'Run', label: 'Step the run to its next event' },
  { id: 'simulate.restart', menu: 'Run', label: 'Start the run again' },
  { id: 'simulate.cancel', menu: 'Run', label: 'Cancel the run' },
  { id: 'simulate.sweep', menu: 'Run', label: 'Sweep a setting' },
  { id: 'simulate.seek', menu: 'Run', label: 'Find the smallest limit' },
  { id: 'simulate.text', menu: 'Run', label: 'Edit the scenario as text' },
  { id: 'try.new', menu: 'Run', label: 'New request' },
  { id: 'try.send', menu: 'Run', label: 'Send the request' },
  { id: 'try.sendMany', menu: 'Run', label: 'Send the request many times' },
  { id: 'try.testInvoke', menu: 'Run', label: 'Test invoke' },
  { id: 'try.save', menu: 'Run', label: 'Save the request' },
  { id: 'try.duplicate', menu: 'Run', label: 'Duplicate the request' },
  { id: 'try.copyCurl', menu: 'Run', label: 'Copy the request as curl' },
  { id: 'template.runCases', menu: 'Run', label: 'Run all template cases' },
  { id: 'template.step', menu: 'Run', label: 'Step through the template', keys: 'F10' },
  { id: 'template.stepBack', menu: 'Run', label: 'Step back in the template' },
  { id: 'template.runToCursor', menu: 'Run', label: 'Run the template to the cursor', keys: 'F11' },
  { id: 'template.nextProblem', menu: 'Run', label: 'Next problem of the template', keys: 'F8' },
  { id: 'template.saveCase', menu: 'Run', label: 'Save the event as a case', keys: 'Alt+S' },
  { id: 'learn.run', menu: 'Run', label: 'Run the lesson' },
  { id: 'learn.next', menu: 'Run', label: 'Next lesson' },
  { id: 'gateway.toggle', menu: 'Run', label: 'Start or stop gateway', keys: 'Mod+Shift+S' },
  { id: 'gateway.flushResponses', menu: 'Run', label: 'Flush stage cache' },
  { id: 'gateway.flushAuthorizers', menu: 'Run', label: 'Flush authorizer results' },
  { id: 'gateway.refill', menu: 'Run', label: 'Refill buckets' },
  { id: 'stage.deploy', menu: 'Run', label: 'Deploy to stage', keys: 'Mod+Shift+D' },
  { id: 'view.palette', menu: 'View', label: 'Command palette', keys: 'Mod+K' },
  { id: 'view.design', menu: 'View', label: 'Design', keys: 'Alt+1' },
  { id: 'view.templates', menu: 'View', label: 'Templates', keys: 'Alt+2' },
  { id: 'view.try', menu: 'View', label: 'Try', keys: 'Alt+3' },
  { id: 'view.simulate', menu: 'View', label: 'Simulate', keys: 'Alt+4' },
  { id: 'view.export', menu: 'View', label: 'Export', keys: 'Alt+7' },
  { id: 'view.learn', menu: 'View', label: 'Learn', keys: 'Alt+8' },
  { id: 'view.settings', menu: 'View', label: 'Settings', keys: 'Mod+,' },
  { id: 'view.sidebar', menu: 'View', label: 'Show or hide sidebar', keys: 'Mod+\\' },
  { id: 'view.panel', menu: 'View', label: 'Show or hide bottom panel', keys: 'Mod+J' },
  { id: 'view.inspector', menu: 'View', label: 'Show or hide inspector', keys: 'Mod+Alt+\\' },
  { id: 'view.themeLight', menu: 'View', label: 'Light theme' },
  { id: 'view.themeDark', menu: 'View', label: 'Dark theme' },
  { id: 'view.themeSystem', menu: 'View', label: 'System theme' },
  { id: 'api.choose', menu: 'Help', label: 'REST, HTTP or WebSocket?' },
  { id: 'help.shortcuts', menu: 'Help', label: 'Keyboard shortcuts', keys: 'Mod+/' },
  { id: 'help.about', menu: 'Help', label: 'About Gatewright' },
] as const satisfies readonly MenuCommandEntry[]

export interface MenuCommandEntry {
  readonly id: string
  readonly menu: 'File' | 'Edit' | 'Route' | 'Run' | 'View' | 'Help'
  readonly label: string
  readonly keys?: string
  readonly browserKeys?: string
}

export type MenuCommandId = (typeof MENU_COMMANDS)[number]['id']

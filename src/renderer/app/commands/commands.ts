import type { MenuCommandId } from '@shared/contract/menu'
import type { ProtocolType } from '@shared/design/api'
import type { Settings } from '@shared/contract/app-info'
import { useDesignStore } from '../../stores/design-store'
import { closeProject, pickProject, readImport } from '../../stores/project-actions'
import { useShellStore } from '../../stores/shell-store'
import { useUiStore, type Activity } from '../../stores/ui-store'
import { toast } from '../../ui/toast'
import { chooseFile } from '../../stores/choose-file'
import { deploySelectedStage, toggleGateway, whyNotDeploy, whyNotToggleGateway } from './gateway-commands'
import { needsProject, type Action } from './action'
import { EXPORT_ACTIONS } from './export-commands'
import { LEARN_ACTIONS } from './learn-commands'
import { activeRoute, deleteActiveRoute, duplicateActiveRoute, simulateActiveRoute } from './route-commands'
import { showOrHidePanel, TEMPLATE_ACTIONS } from './template-commands'
import { SIMULATE_ACTIONS } from './simulate-commands'
import { TRY_ACTIONS } from './try-commands'

const needsRoute = (): string | null =>
  needsProject() ?? (activeRoute() === null ? 'Open the tab of a route first' : null)
const shell = () => useShellStore.getState()
const ui = () => useUiStore.getState()
const goTo = (activity: Activity) => () => ui().show(activity)
const setTheme = (theme: Settings['theme']) => () => ui().changeSettings({ theme })

function selectedProtocolType(): ProtocolType | null {
  const api = useDesignStore.getState().design?.apis.find(({ id }) => id === ui().apiId)
  return api?.protocolType ?? null
}

function newRoute(): void {
  ui().show('design')
  shell().open('new-route')
}

function historyStep(step: 'undo' | 'redo'): Action {
  return {
    run: () => useDesignStore.getState()[step](),
    whyNot: () => {
      const history = useDesignStore.getState().history
      const steps = step === 'undo' ? history?.past : history?.future
      return steps === undefined || steps.length === 0 ? `Nothing to ${step}` : null
    },
  }
}

const ACTIONS: { readonly [id in MenuCommandId]: Action } = {
  'project.new': { run: () => shell().open('new-api') },
  'project.open': { run: () => void pickProject() },
  'import.choose': { run: () => chooseFile((file) => void readImport(file)) },
  'project.close': { run: () => void closeProject(), whyNot: needsProject },
  'edit.undo': historyStep('undo'),
  'edit.redo': historyStep('redo'),
  'api.choose': { run: () => shell().open('chooser') },
  'api.whatIf': {
    run: () => shell().open('what-if'),
    whyNot: () => needsProject() ?? (selectedProtocolType() === 'REST' ? null : 'Select a REST API first'),
  },
  'route.new': {
    run: newRoute,
    whyNot: () => needsProject() ?? (selectedProtocolType() === null ? 'Add an API first' : null),
  },
  'route.duplicate': { run: duplicateActiveRoute, whyNot: needsRoute },
  'route.delete': { run: deleteActiveRoute, whyNot: needsRoute },
  'route.simulate': {
    run: simulateActiveRoute,
    whyNot: () => needsRoute() ?? (ui().stage === null ? 'Select a stage first' : null),
  },
  ...TEMPLATE_ACTIONS,
  ...TRY_ACTIONS,
  ...EXPORT_ACTIONS,
  ...LEARN_ACTIONS,
  ...SIMULATE_ACTIONS,
  'gateway.toggle': { run: toggleGateway, whyNot: whyNotToggleGateway },
  'stage.deploy': { run: deploySelectedStage, whyNot: () => needsProject() ?? whyNotDeploy() },
  'view.palette': { run: () => shell().openPalette('') },
  'view.design': { run: goTo('design'), whyNot: needsProject },
  'view.templates': { run: goTo('templates'), whyNot: needsProject },
  'view.try': { run: goTo('try'), whyNot: needsProject },
  'view.simulate': { run: goTo('simulate'), whyNot: needsProject },
  'view.export': { run: goTo('export'), whyNot: needsProject },
  'view.learn': { run: goTo('learn') },
  'view.settings': { run: goTo('settings') },
  'view.sidebar': {
    run: () => ui().toggle('sidebar'),
    whyNot: () => (ui().activity === 'learn' ? null : needsProject()),
  },
  'view.panel': { run: showOrHidePanel, whyNot: needsProject },
  'view.inspector': { run: () => ui().toggle('inspector'), whyNot: needsProject },
  'view.themeLight': { run: setTheme('light') },
  'view.themeDark': { run: setTheme('dark') },
  'view.themeSystem': { run: setTheme('system') },
  'help.shortcuts': { run: () => shell().open('shortcuts') },
  'help.about': { run: () => shell().open('about') },
}

/** Why a command cannot be done now; null when it can. */
export function whyNot(id: MenuCommandId): string | null {
  return ACTIONS[id].whyNot?.() ?? null
}

/** Do a command, or tell why not: the same from menus, keys, palette and buttons. */
export function runCommand(id: MenuCommandId): void {
  const reason = whyNot(id)
  if (reason === null) ACTIONS[id].run()
  else toast({ message: reason, code: 'command-refused' })
}

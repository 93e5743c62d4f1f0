import type { MenuCommandId } from '@shared/contract/menu'
import { whyNotSaveCase } from '../../features/templates/case-actions'
import { runAllCases } from '../../features/templates/case-runs'
import { NARROW_QUERY } from '../../features/templates/narrow'
import { nextLayout } from '../../features/templates/next-layout'
import {
  goToNextProblem,
  runToCaret,
  stepBack,
  stepForward,
  whyNotNextProblem,
  whyNotRunToCaret,
  whyNotStep,
} from '../../features/templates/step-actions'
import { applyToRoute, whyNotApply } from '../../features/templates/template-actions'
import { useDesignStore } from '../../stores/design-store'
import { templatesOf, useTemplateStore, type TemplateDialog } from '../../stores/template-store'
import { useUiStore } from '../../stores/ui-store'
import { needsProject, type Action } from './action'

type TemplateCommandId = Extract<MenuCommandId, `template.${string}`>

/** What is about the template on screen needs the screen. */
function onScreen(whyNot: () => string | null): () => string | null {
  return () =>
    needsProject() ?? (useUiStore.getState().activity === 'templates' ? whyNot() : 'Open the Templates screen first')
}

function open(dialog: TemplateDialog): () => void {
  return () => {
    useUiStore.getState().show('templates')
    useTemplateStore.getState().openDialog(dialog)
  }
}

function hasNoCase(): string | null {
  const templates = Object.values(templatesOf(useDesignStore.getState().design))
  return templates.every(({ cases }) => cases.length === 0) ? 'No template has a case yet' : null
}

function runCases(): void {
  useUiStore.getState().show('templates')
  runAllCases()
}

export const TEMPLATE_ACTIONS: { readonly [id in TemplateCommandId]: Action } = {
  'template.new': { run: open('new'), whyNot: needsProject },
  'template.applyToRoute': { run: applyToRoute, whyNot: onScreen(whyNotApply) },
  'template.runCases': { run: runCases, whyNot: () => needsProject() ?? hasNoCase() },
  'template.step': { run: stepForward, whyNot: onScreen(whyNotStep) },
  'template.stepBack': { run: stepBack, whyNot: onScreen(whyNotStep) },
  'template.runToCursor': { run: runToCaret, whyNot: onScreen(whyNotRunToCaret) },
  'template.nextProblem': { run: goToNextProblem, whyNot: onScreen(whyNotNextProblem) },
  'template.saveCase': { run: open('save-case'), whyNot: onScreen(whyNotSaveCase) },
}

/** The bottom panel comes and goes; on Templates the keys also lay the event below the template. */
export function showOrHidePanel(): void {
  const { activity, isPanelOpen, toggle } = useUiStore.getState()
  if (activity !== 'templates') {
    toggle('panel')
    return
  }
  const { isStacked } = useTemplateStore.getState()
  const next = nextLayout({ isPanelOpen, isStacked }, window.matchMedia(NARROW_QUERY).matches)
  useTemplateStore.setState({ isStacked: next.isStacked })
  useUiStore.setState({ isPanelOpen: next.isPanelOpen })
}

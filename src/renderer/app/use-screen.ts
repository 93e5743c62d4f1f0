import { useEffect, useState } from 'react'
import { useUiStore, type Activity } from '../stores/ui-store'
import { useDesignStore } from '../stores/design-store'
import { otherApiScreen } from './other-api'
import type { Screen } from '../ui/screen'

/** Each screen is a chunk of its own: the first paint needs none but the one it shows. */
const LOADERS: { readonly [activity in Activity]: () => Promise<Screen> } = {
  welcome: () => import('../features/welcome/welcome-screen').then((module) => module.welcomeScreen),
  design: () => import('./design-screen').then((module) => module.designScreen),
  templates: () => import('../features/templates/templates-screen').then((module) => module.templatesScreen),
  try: () => import('./try-screen').then((module) => module.tryScreen),
  simulate: () => import('../features/load-simulator/simulate-screen').then((module) => module.simulateScreen),
  settings: () => import('../features/settings/settings-screen').then((module) => module.settingsScreen),
}

const loaded = new Map<Activity, Screen>()

async function load(activity: Activity): Promise<Screen> {
  const screen = loaded.get(activity) ?? (await LOADERS[activity]())
  loaded.set(activity, screen)
  return screen
}

/** The parts of a screen; null while its chunk is on its way. */
function useLoaded(activity: Activity): Screen | null {
  const [, setLoads] = useState(0)
  const screen = loaded.get(activity) ?? null
  useEffect(() => {
    if (screen === null) void load(activity).then(() => setLoads((count) => count + 1))
  }, [activity, screen])
  return screen
}

/** What is shown: without a project there is nothing to design or simulate. */
export function useActivity(): Activity {
  const hasProject = useDesignStore((state) => state.design !== null)
  const activity = useUiStore((state) => state.activity)
  if (!hasProject) return activity === 'settings' ? 'settings' : 'welcome'
  return activity === 'welcome' ? 'design' : activity
}

/** The screen on show. Design is for REST APIs in this release; another type is shown by a screen of its own. */
export function useScreen(): Screen | null {
  const activity = useActivity()
  const screen = useLoaded(activity)
  const apiId = useUiStore((state) => state.apiId)
  const protocolType = useDesignStore((state) => state.design?.apis.find((api) => api.id === apiId)?.protocolType)
  const isOther = activity === 'design' && (protocolType === 'HTTP' || protocolType === 'WEBSOCKET')
  return isOther ? otherApiScreen : screen
}

/** Fetch the screens that may be wanted next, once the window has nothing better to do. */
export function preloadScreens(): void {
  requestIdleCallback(() => {
    for (const activity of ['design', 'templates', 'try', 'simulate', 'settings'] as const) void load(activity)
  })
}

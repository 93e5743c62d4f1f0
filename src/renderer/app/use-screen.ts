import { useEffect, useState } from 'react'
import { useUiStore, type Activity } from '../stores/ui-store'
import { useDesignStore } from '../stores/design-store'
import type { Screen } from '../ui/screen'

/** Each screen is a chunk of its own: the first paint needs none but the one it shows. */
const LOADERS: { readonly [activity in Activity]: () => Promise<Screen> } = {
  welcome: () => import('../features/welcome/welcome-screen').then((module) => module.welcomeScreen),
  design: () => import('./design-screen').then((module) => module.designScreen),
  templates: () => import('../features/templates/templates-screen').then((module) => module.templatesScreen),
  try: () => import('./try-screen').then((module) => module.tryScreen),
  simulate: () => import('../features/load-simulator/simulate-screen').then((module) => module.simulateScreen),
  export: () => import('../features/export/export-screen').then((module) => module.exportScreen),
  learn: () => import('../features/learn/learn-screen').then((module) => module.learnScreen),
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

/** What is shown: without a project there is nothing to design or simulate, but to learn. */
export function useActivity(): Activity {
  const hasProject = useDesignStore((state) => state.design !== null)
  const activity = useUiStore((state) => state.activity)
  if (!hasProject) return activity === 'settings' || activity === 'learn' ? activity : 'welcome'
  return activity === 'welcome' ? 'design' : activity
}

/** The screen on show. */
export function useScreen(): Screen | null {
  return useLoaded(useActivity())
}

/** Fetch the screens that may be wanted next, once the window has nothing better to do. */
export function preloadScreens(): void {
  requestIdleCallback(() => {
    for (const activity of ['design', 'templates', 'try', 'simulate', 'export', 'learn', 'settings'] as const)
      void load(activity)
  })
}

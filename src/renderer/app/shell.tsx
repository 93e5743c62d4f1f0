import { useEffect } from 'react'
import { useDesignStore } from '../stores/design-store'
import { useUiStore, type Activity } from '../stores/ui-store'
import { DiskChangeBanner } from './disk-change-banner'
import { Rail } from './rail'
import './shell.css'
import { StatusBar } from './status-bar'
import { TitleBar } from './title-bar'
import { preloadScreens } from './use-screen'
import { Workspace } from './workspace'

/** What is shown: without a project there is nothing to design or simulate. */
function useActivity(): Activity {
  const hasProject = useDesignStore((state) => state.design !== null)
  const activity = useUiStore((state) => state.activity)
  if (!hasProject) return activity === 'settings' ? 'settings' : 'welcome'
  return activity === 'welcome' ? 'design' : activity
}

export function Shell() {
  const activity = useActivity()
  const isReady = useUiStore((state) => state.info !== null)
  useEffect(() => {
    if (isReady) preloadScreens()
  }, [isReady])
  return (
    <div className="gw-shell">
      <TitleBar />
      <DiskChangeBanner />
      <div className="gw-middle">
        <Rail activity={activity} />
        {isReady && <Workspace activity={activity} />}
      </div>
      <StatusBar />
    </div>
  )
}

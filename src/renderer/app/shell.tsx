import { useEffect } from 'react'
import { useUiStore } from '../stores/ui-store'
import { DiskChangeBanner } from './disk-change-banner'
import { Rail } from './rail'
import './shell.css'
import { StatusBar } from './status-bar'
import { TitleBar } from './title-bar'
import { preloadScreens, useActivity } from './use-screen'
import { Workspace } from './workspace'

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

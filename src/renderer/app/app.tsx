import { MantineProvider } from '@mantine/core'
import { useColorScheme, useMediaQuery } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { bridge } from '../contract-client'
import { useUiStore } from '../stores/ui-store'
import { cssVariablesResolver, theme } from '../ui/theme/theme'
import tokens from '../ui/theme/tokens.json'
import { ConnectionLost } from './connection-lost'
import { CrashBoundary, CrashOverlay } from './crash'
import { DropTarget } from './drop-target'
import { Overlays } from './overlays'
import { Shell } from './shell'

/** The scheme on screen: the chosen one, or the system's. */
function useScheme(): 'light' | 'dark' {
  const chosen = useUiStore((state) => state.settings.theme)
  const system = useColorScheme('dark', { getInitialValueInEffect: false })
  return chosen === 'system' ? system : chosen
}

/** Density, motion and text size act through the root element, so that style sheets alone can follow them. */
function useRootSettings(): void {
  const { density, motion, textSizePercent = 100 } = useUiStore((state) => state.settings)
  useEffect(() => {
    const root = document.documentElement
    root.dataset['density'] = density
    root.dataset['motion'] = motion
    root.style.fontSize = `${textSizePercent}%`
  }, [density, motion, textSizePercent])
}

export function App() {
  const scheme = useScheme()
  const isReady = useUiStore((state) => state.info !== null)
  const hasLittleMotion = useMediaQuery('(prefers-reduced-motion: reduce)', undefined, {
    getInitialValueInEffect: false,
  })
  const isReduced = useUiStore((state) => state.settings.motion === 'reduced') || hasLittleMotion
  useRootSettings()
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={scheme}>
      <CrashBoundary>
        <div className="gw-app" data-testid="app" data-host={bridge.host} data-ready={isReady} data-theme={scheme}>
          <DropTarget>
            <Shell />
            <Overlays />
          </DropTarget>
          <ConnectionLost />
          <CrashOverlay />
          <Notifications
            limit={3}
            position="bottom-right"
            autoClose={6000}
            containerWidth={400}
            zIndex={tokens.z.toast}
            transitionDuration={isReduced ? 0 : tokens.motion.slow}
          />
        </div>
      </CrashBoundary>
    </MantineProvider>
  )
}

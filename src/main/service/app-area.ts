import type { HostPorts } from './ports'
import type { Handlers } from './service'

/** What the window needs to begin, and the settings it changes. */
export function appArea(ports: HostPorts): Pick<Handlers, 'app.info' | 'settings.put'> {
  return {
    'app.info': async () => ({
      version: ports.version,
      platform: ports.platform,
      openPath: ports.openPath,
      samples: await ports.samples.list(),
      recent: await ports.preferences.readRecent(),
      settings: await ports.preferences.readSettings(),
    }),
    'settings.put': async (settings) => {
      await ports.preferences.writeSettings(settings)
      return {}
    },
  }
}

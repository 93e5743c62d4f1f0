import { pointerTo } from '../../diagnostic'
import type { RouteSettings } from '../http-api'
import type { V2Api, V2Stage } from '../v2-api'
import { ownSection, settingsSection, type Part } from './part'
import type { V2Context } from './v2-context'
import { withoutDefaults } from './without-defaults'

const ROUTE_SETTING_DEFAULTS = { detailedMetricsEnabled: false, dataTraceEnabled: false, loggingLevel: 'OFF' }

/** A stage of an HTTP or WebSocket API, with the settings of single routes below it. */
export function v2StagePart(api: V2Api, stageName: string, { pointer, other, account }: V2Context): Part {
  const stage = (api.stages as Readonly<Record<string, V2Stage>>)[stageName] as V2Stage
  const otherStages: Readonly<Record<string, V2Stage>> = other?.stages ?? {}
  const others = Object.hasOwn(otherStages, stageName) ? otherStages[stageName] : undefined
  const { defaultRouteSettings = {}, routeSettings = {}, ...own } = stage
  const at = pointer + pointerTo(['stages', stageName])
  const subject = `Stage ${stageName}`
  const inherited = {
    ...ROUTE_SETTING_DEFAULTS,
    throttlingRateLimit: account.rateLimit,
    throttlingBurstLimit: account.burstLimit,
  }
  const settings: Readonly<Record<string, RouteSettings>> = routeSettings
  const keys = new Set([...Object.keys(settings), ...Object.keys(others?.routeSettings ?? {})])
  return {
    key: subject,
    subject,
    pointer: at,
    sections: [
      settingsSection(at, own, { autoDeploy: false }),
      ownSection(`${at}/defaultRouteSettings`, withoutDefaults(defaultRouteSettings), { key: 'default', inherited }),
    ],
    children: [...keys].map((key) => {
      const place = at + pointerTo(['routeSettings', key])
      const value = withoutDefaults((Object.hasOwn(settings, key) ? settings[key] : undefined) ?? {})
      const section = ownSection(place, value, { inherited: { ...inherited, ...defaultRouteSettings } })
      return { key, subject: `${subject}, ${key}`, pointer: place, sections: [section] }
    }),
  }
}

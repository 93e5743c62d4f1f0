import type { Diagnostic } from '../../../diagnostic'
import { checkV2RouteSettings } from '../v2/check-v2-route-settings'
import type { HttpScope } from './http-scope'

/** Limits, and routes that settings are for. Source: http-api.md 3.2 and 9. */
export function checkHttpStages({ api, at }: HttpScope): Diagnostic[] {
  return Object.entries(api.stages).flatMap(([name, stage]) =>
    checkV2RouteSettings(api, name, stage, [...at, 'stages', name]),
  )
}

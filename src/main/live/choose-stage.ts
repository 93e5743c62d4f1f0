import { isForCanary } from '../engine/canary'
import type { RoutedStage } from './live-routes'

/**
 * The stage at a place, or its canary for a request that chance sends there. `there` is the stage with its canary, if it has one; `random`
 * gives numbers from 0 up to but not including 1.
 */
export function chooseStage(there: readonly RoutedStage[], random: () => number): RoutedStage | undefined {
  const [found, canary] = there
  if (canary === undefined) return found
  const percentTraffic = found?.stage.view.settings.canarySettings?.percentTraffic ?? 0
  return isForCanary(percentTraffic, random()) ? canary : found
}

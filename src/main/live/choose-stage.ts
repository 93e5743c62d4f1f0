import { isForCanary } from '../engine/canary'
import type { StageRef } from '../engine/runtime'
import type { RoutedStage } from './live-routes'

/** The stage at a place, or its canary for a request that chance sends there. `random` gives numbers from 0 up to but not including 1. */
export function chooseStage(
  stages: readonly RoutedStage[],
  { apiId, stage }: StageRef,
  random: () => number,
): RoutedStage | undefined {
  const [found, canary] = stages.filter(({ stage: { view } }) => view.apiId === apiId && view.stage === stage)
  const percentTraffic = found?.stage.view.settings.canarySettings?.percentTraffic ?? 0
  return canary !== undefined && isForCanary(percentTraffic, random()) ? canary : found
}

import type { Diagnostic } from '../../diagnostic'
import { isNumberWithin } from './numbers'
import { problem, unless, type Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

/** Where requests or messages go: routes that exist, with weights that are not all 0. */
export function checkRouteWeights(
  label: string,
  routes: { readonly [routeKey: string]: number },
  at: Path,
  targets: ScenarioTargets,
  mayBeNone: boolean,
): Diagnostic[] {
  const weights = Object.entries(routes)
  const wrong = weights.filter(([, weight]) => !isNumberWithin(weight, 0))
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  return [
    ...weights
      .filter(([routeKey]) => targets.routeKeys && !targets.routeKeys.has(routeKey))
      .map(([routeKey]) =>
        problem(
          'scenario/route-unknown',
          [...at, routeKey],
          `${label}: route ${routeKey} does not exist. Choose another.`,
        ),
      ),
    ...wrong.map(([routeKey, weight]) =>
      problem(
        'scenario/rate-invalid',
        [...at, routeKey],
        `${label}: the weight of ${routeKey} is ${weight}. Give 0 or more.`,
      ),
    ),
    ...unless(
      wrong.length > 0 || total > 0 || mayBeNone,
      'scenario/source-without-routes',
      at,
      () => `${label} calls no route. Choose at least one and give it a weight above 0.`,
    ),
  ]
}

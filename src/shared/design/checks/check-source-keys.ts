import type { Diagnostic } from '../../diagnostic'
import type { PopularityOver } from '../scenario'
import { checkExponent } from './check-popularity'
import { unless, type Path } from './problem'
import type { ScenarioTargets } from './scenario-targets'

/** The API keys that clients carry; `undefined` is not checked. */
export function checkSourceKeys(
  label: string,
  apiKeys: PopularityOver | undefined,
  at: Path,
  targets: ScenarioTargets,
): Diagnostic[] {
  if (!apiKeys) return []
  return [
    ...apiKeys.names.flatMap((name, index) =>
      unless(
        targets.apiKeyNames.has(name),
        'scenario/api-key-unknown',
        [...at, 'names', index],
        () => `${label}: API key ${name} does not exist. Choose another, or give wrongApiKeys a share.`,
      ),
    ),
    ...unless(
      apiKeys.names.length > 0,
      'scenario/popularity-invalid',
      [...at, 'names'],
      () => `${label}: apiKeys names no key. Choose at least one.`,
    ),
    ...checkExponent(`${label}, apiKeys`, apiKeys.exponent, at),
  ]
}

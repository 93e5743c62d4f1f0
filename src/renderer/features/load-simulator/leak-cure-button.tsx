import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useRunStore } from '../../stores/run-store'
import { cureLeaks, leaksOf, type Leak } from './leak-cure'

/** Adds the caller to the cache keys of the routes that leak. */
export function LeakCure() {
  const design = useDesignStore((state) => state.design)
  const scenario = useRunStore((state) => state.scenario)
  const leaks = useMemo(
    () => (design === null || scenario === null ? [] : leaksOf(design, scenario)),
    [design, scenario],
  )
  const [first] = leaks
  if (scenario === null) return null
  if (first === undefined) {
    return (
      <p className="gw-sim-note">
        Every route with personal answers has its caller in the cache key by now. Run again to see.
      </p>
    )
  }
  return (
    <Button size="compact-sm" onClick={() => cure(scenario.apiId, leaks)}>
      Add {first.parameter.split('.').pop()} to the cache key of{' '}
      {leaks.length === 1 ? first.routeKey : `${leaks.length} routes`}
    </Button>
  )
}

function cure(apiId: string, leaks: readonly Leak[]): void {
  const routes = leaks.map(({ routeKey }) => routeKey).join(', ')
  editWithUndo({
    name: `Tell callers apart in the cache of ${routes}`,
    change: (design) => cureLeaks(design, apiId, leaks),
    message: `The cache of ${routes} tells callers apart. Run again to see.`,
    code: 'leak-cured',
  })
}

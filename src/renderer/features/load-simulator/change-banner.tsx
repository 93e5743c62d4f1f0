import { Button } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { restartRun } from '../../stores/run-actions'
import { isUnderWay, useRunStore } from '../../stores/run-store'
import { limitWords } from './event-words'
import { designChange, type DesignChange } from './limit-changes'

const NOTHING: DesignChange = { limits: [], others: [] }

/** Says, while a run waits, that the design is another by now, and asks how to go on. */
export function ChangeBanner() {
  const phase = useRunStore((state) => state.phase)
  const ran = useRunStore((state) => state.design)
  const scenario = useRunStore((state) => state.scenario)
  const design = useDesignStore((state) => state.design)
  const change = useMemo(
    () =>
      ran === null || design === null || scenario === null
        ? NOTHING
        : designChange(ran, design, scenario.apiId, scenario.stage),
    [ran, design, scenario],
  )
  if (phase !== 'paused' || design === null || scenario === null) return null
  if (change.limits.length === 0 && change.others.length === 0) return null
  return (
    <div className="gw-sim-change" role="status" data-testid="sim-change" data-limits={change.limits.length}>
      <IconAdjustments size={16} stroke={1.6} aria-hidden="true" />
      <p>
        <ChangeWords change={change} />
      </p>
      <Button onClick={() => restartRun(scenario)}>Run again from 0:00</Button>
      {change.limits.length > 0 && (
        <Button variant="filled" onClick={() => void goOn(change)}>
          Go on from here
        </Button>
      )}
    </div>
  )
}

function ChangeWords({ change: { limits, others } }: { readonly change: DesignChange }) {
  const plans = useDesignStore((state) => state.design?.usagePlans) ?? []
  const first = limits[0]
  if (first === undefined) return 'The design has changed since this run began. Only a new run shows it.'
  const more = limits.length > 1 ? ` and ${limits.length - 1} more` : ''
  const rest = others.length > 0 ? ' Other changes only show in a new run.' : ''
  return `Now ${limitWords(first, plans)}${more}.${rest}`
}

async function goOn({ limits }: DesignChange): Promise<void> {
  const { changeLimits, resume, phase } = useRunStore.getState()
  const { design } = useDesignStore.getState()
  if (design === null || !isUnderWay(phase)) return
  await changeLimits(limits, design)
  await resume()
}
